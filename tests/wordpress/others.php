<?php
// Other plugins, as far as ours asks them or meets them: each is there where the option test_others names it. And what PHP and
// WordPress complain of while code of ours runs.

$others = explode(' ', (string) get_option('test_others'));

// Another text in the middle of a post: a widget's, a notice, somebody's biography.
add_shortcode('another_text', fn() => apply_filters('the_content', "Un encadré.\n\nDeux lignes."));

// A text of the post itself, once more: an SEO plugin that makes a description of it.
if (in_array('description', $others, true)) {
    add_filter('the_content', function ($content) {
        static $is_within = false;
        if (!$is_within) {
            $is_within = true;
            remove_filter('the_content', 'wpautop');
            apply_filters('the_content', 'Une description.');
            add_filter('the_content', 'wpautop');
            $is_within = false;
        }
        return $content;
    }, 50);
}

if (in_array('polylang', $others, true)) {
    function pll_get_post_language($post, $field = 'slug') {
        $language = get_post_meta($post, 'test_language', true);
        return $language ? ($field === 'locale' ? $language : strtok($language, '_')) : false;
    }
    function pll_current_language($field = 'slug') {
        return $field === 'locale' ? 'ar' : 'ar';
    }
}

if (in_array('wpml', $others, true)) {
    add_filter('wpml_post_language_details', fn($none, $post) => ($found = get_post_meta($post, 'test_language', true)) ? ['locale' => $found, 'language_code' => strtok($found, '_')] : new WP_Error('missing_id'), 10, 2);
    add_filter('wpml_current_language', fn() => 'es');
}

// A newsroom's own code, with a post that is live coverage.
if (in_array('live', $others, true)) {
    add_filter('news_article_live', fn($live, $post) => $post->post_name !== 'tramway' ? $live : [
        'updates' => [
            ['id' => 1, 'date' => '2026-03-21 09:00', 'title' => 'Les portes &amp; la file', 'content' => '<p>Dès six heures.</p><script>alert(1)</script>'],
            ['id' => 2, 'date' => new DateTimeImmutable('2026-03-21 09:30', wp_timezone()), 'content' => '<p>Le vote a lieu.</p>', 'author' => 'Salma', 'pinned' => true],
            ['title' => ' '], 'rien',
        ],
        'until' => '2026-03-21 23:00',
    ], 10, 2);
}

if (in_array('coauthors', $others, true)) {
    function get_coauthors($post = 0) {
        return [
            get_userdata(1),
            (object) ['ID' => 901, 'type' => 'guest-author', 'display_name' => 'Driss “D.” Alami & fils', 'user_nicename' => 'driss-alami', 'website' => ''],
        ];
    }
}

if (in_array('seo', $others, true)) {
    define('WPSEO_VERSION', '99');
}

// Complaints, with the plugin somewhere among the callers.
$tell = function ($what) {
    foreach (debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS) as $frame) {
        if (str_contains($frame['file'] ?? '', '/plugins/news-article/')) {
            file_put_contents(WP_CONTENT_DIR . '/complaints.log', "$what\n", FILE_APPEND);
            return;
        }
    }
};
set_error_handler(function ($level, $message, $file, $line) use ($tell) {
    if (error_reporting() & $level) {
        $tell("$message ($file:$line)");
    }
    return false;
});
foreach (['deprecated_function_run', 'deprecated_argument_run', 'deprecated_hook_run', 'deprecated_file_included', 'doing_it_wrong_run'] as $hook) {
    add_action($hook, fn(...$said) => $tell("$hook: " . wp_json_encode($said)), 10, 3);
}
