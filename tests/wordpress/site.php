<?php
// What a newsroom or its host sets, by options of the tests: a style of the theme, Arabic, a policy.

// A style that the theme brings, by the name of its file.
add_filter('wp_theme_json_data_user', function ($data) {
    $file = get_stylesheet_directory() . '/styles/' . get_option('test_style') . '.json';
    $style = is_file($file) ? json_decode(file_get_contents($file), true) : [];
    unset($style['title'], $style['slug']);
    return $style ? $data->update_with($style + ['isGlobalStylesUserThemeJSON' => true]) : $data;
});

// The dark mode of Twenty Twenty-One, for readers who want one.
add_filter('theme_mod_respect_user_color_preference', fn($chosen) => get_option('test_style') === 'dark' ? true : $chosen);

// A policy that a host sends with every page that readers see.
add_action('send_headers', function () {
    $policy = get_option('test_policy');
    $policy && header("Content-Security-Policy: $policy");
});

// The translations that say so are a package of their own.
add_filter('gettext_with_context', fn($said, $text, $context) => $text === 'ltr' && $context === 'text direction' && get_locale() === 'ar' ? 'rtl' : $said, 10, 3);
