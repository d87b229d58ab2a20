<?php
// Installs the test site and writes its posts: `install.php DIRECTORY`. All names and texts are invented.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_ADDRESS'), PHP_URL_HOST);
function wp_new_blog_notification() {}
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('Le Courrier d’essai', 'redaction', 'redaction@essai.example', true, '', 'essai');
foreach (get_posts(['numberposts' => -1, 'post_type' => ['post', 'page']]) as $sample) {
    wp_delete_post($sample->ID, true);
}
update_option('permalink_structure', '/%category%/%postname%/');
update_option('timezone_string', 'Europe/Paris');
wp_update_user(['ID' => 1, 'display_name' => 'Salma Benjelloun']);
$section = wp_insert_term('Politique', 'category')['term_id'];

function write($slug, $title, $content, $more = []) {
    global $section;
    return wp_insert_post(wp_slash($more + [
        'post_name' => $slug, 'post_title' => $title, 'post_content' => $content, 'post_author' => 1,
        'post_status' => 'publish', 'post_category' => [$section], 'comment_status' => 'open',
        'post_date' => '2026-03-21 09:00:00',
    ]), true);
}

function say($post, $author, $content, $parent = 0, $minute = 0) {
    return wp_insert_comment(wp_slash([
        'comment_post_ID' => $post, 'comment_author' => $author, 'comment_author_email' => 'ancien@essai.example',
        'comment_content' => $content, 'comment_parent' => $parent, 'comment_approved' => 1,
        'comment_date' => sprintf('2026-03-21 %02d:%02d:00', 10 + intdiv($minute, 60), $minute % 60),
        'comment_date_gmt' => sprintf('2026-03-21 %02d:%02d:00', 9 + intdiv($minute, 60), $minute % 60),
    ]));
}

$tram = write(
    'tramway',
    'Tramway : le tracé de la ligne T4 adopté, l’opposition dénonce « un passage en force »',
    "<!-- wp:paragraph -->\n<p>Le conseil a adopté le tracé, par 27 voix contre 9, et l’a dit <em>sans retour</em>.</p>\n<!-- /wp:paragraph -->\n\n" .
    "<!-- wp:heading -->\n<h2>Ce qui change</h2>\n<!-- /wp:heading -->\n\n" .
    "<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\"><p>Nous raccourcissons la journée de chacun.</p><cite>Le maire</cite></blockquote>\n<!-- /wp:quote -->",
    ['post_excerpt' => 'Vingt-deux stations & un pont.', 'tags_input' => ['Transports']]
);
say($tram, 'Hicham <b>B.</b>', "Enfin & tant mieux.\n\nÀ quand les travaux ?");
write(
    'arabe',
    'مرصد صغير في قرية جبلية',
    "<!-- wp:paragraph -->\n<p>يعود التلاميذ إلى عدّ النجوم في ليالي الصيف، ويكتبون ما يرونه في دفتر واحد.</p>\n<!-- /wp:paragraph -->"
);
$closed = write('ferme', 'Fermé', '<p>On ne commente plus.</p>', ['comment_status' => 'closed']);
say($closed, 'Driss', 'Réponse.', say($closed, 'Leïla', 'Avant la fin.'), 5);
write('protege', 'Protégé', '<p>Pour quelques-uns.</p>', ['post_password' => 'sésame']);
write('doublon', 'Doublon', '<p>Deux fois la même chose.</p>');
write('rapide', 'Rapide', '<p>Trop vite.</p>');
write('sans-compte', 'Sans compte', '<p>Il faut se connecter.</p>');
$long = write('long', 'Un long fil', '<p>Beaucoup ont écrit.</p>');
// The first is answered last: newest first, it would be on another page than its answer.
$first = say($long, 'Lecteur 1', 'Le premier.');
for ($number = 2; $number <= 44; $number++) {
    say($long, "Lecteur $number", "Le $number.", 0, $number);
}
say($long, 'Lecteur 45', 'Une réponse au premier.', $first, 45);
require __DIR__ . '/newsroom.php';
flush_rewrite_rules();
