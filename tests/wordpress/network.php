<?php
// A network of two sites beside the test site, in tables of its own: `network.php install FOLDER`, then `network.php uninstall
// FOLDER`, which leaves what the plugin leaves on each, deletes it as WordPress does, and prints what is left.
[, $step, $folder] = $argv;
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
putenv('WORDPRESS_PREFIX=network_');
if ($step === 'install') {
    define('WP_INSTALLING', true);
    function wp_new_blog_notification() {}
} else {
    putenv('WORDPRESS_NETWORK=1');
}
require "$folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

if ($step === 'install') {
    wp_install('Réseau', 'reseau', 'reseau@essai.example', false, '', 'essai');
    foreach ($wpdb->tables('ms_global') as $name => $table) {
        $wpdb->$name = $table;
    }
    install_network();
    echo is_wp_error(populate_network(1, '127.0.0.1', 'reseau@essai.example', 'Réseau', '/', false)) ? 'no network' : 'installed';
    exit;
}

$sites = [1, wpmu_create_blog('127.0.0.1', '/deux/', 'Deux', 1)];
foreach ($sites as $site) {
    switch_to_blog($site);
    update_option('news_article', ['around' => true]);
    set_transient('news_article_theme', ['of' => 'x']);
    $post = wp_insert_post(['post_title' => 'Un', 'post_content' => 'Deux', 'post_status' => 'publish']);
    update_post_meta($post, '_news_article_off', true);
    update_post_meta($post, '_news_article_minutes', ['minutes' => 1]);
    restore_current_blog();
}
define('WP_UNINSTALL_PLUGIN', 'news-article/news-article.php');
require WP_PLUGIN_DIR . '/news-article/uninstall.php';
foreach ($sites as $site) {
    switch_to_blog($site);
    $options = $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%news_article%'");
    $meta = $wpdb->get_col("SELECT meta_key FROM $wpdb->postmeta WHERE meta_key LIKE '%news_article%'");
    $posts = $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->posts WHERE post_title = 'Un'");
    echo "site $site: ", implode(' ', array_merge($options, $meta)) ?: 'nothing', ", $posts post\n";
    restore_current_blog();
}
