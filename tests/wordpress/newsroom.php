<?php
// Articles as newsrooms write them, with every block that a theme treats in a way of its own: install.php includes this.
// All names and texts are invented, the pictures are drawn here.

/** A picture of two colours, as a PNG: WordPress need not be able to draw. */
function draw($width, $height, $colour) {
    $row = "\0" . str_repeat($colour, intdiv($width, 2)) . str_repeat("\xd8\xd2\xc4", $width - intdiv($width, 2));
    $chunk = fn($name, $data) => pack('N', strlen($data)) . $name . $data . pack('N', crc32($name . $data));
    return "\x89PNG\r\n\x1a\n" . $chunk('IHDR', pack('NNCCCCC', $width, $height, 8, 2, 0, 0, 0))
        . $chunk('IDAT', gzcompress(str_repeat($row, $height))) . $chunk('IEND', '');
}

/** A picture of the library: its number and its address. */
function picture($name, $width, $height, $colour) {
    $file = wp_upload_bits("$name.png", null, draw($width, $height, $colour));
    $id = wp_insert_attachment(['post_title' => $name, 'post_mime_type' => 'image/png'], $file['file']);
    wp_update_attachment_metadata($id, ['width' => $width, 'height' => $height, 'file' => _wp_relative_upload_path($file['file']), 'sizes' => []]);
    return [$id, $file['url']];
}

function block($name, $html, $attributes = []) {
    $given = $attributes ? ' ' . wp_json_encode($attributes) : '';
    return "<!-- wp:$name$given -->\n$html\n<!-- /wp:$name -->\n\n";
}

function paragraph($text, $attributes = []) {
    return block('paragraph', '<p' . (isset($attributes['dropCap']) ? ' class="has-drop-cap"' : '') . ">$text</p>", $attributes);
}

function heading($text, $level = 2) {
    return block('heading', "<h$level class=\"wp-block-heading\">$text</h$level>", ['level' => $level]);
}

function image($picture, $caption = '', $align = '') {
    [$id, $url] = $picture;
    $caption = $caption ? "<figcaption class=\"wp-element-caption\">$caption</figcaption>" : '';
    $class = 'wp-block-image' . ($align ? " align$align" : '') . ' size-large';
    $sizes = in_array($align, ['left', 'right'], true) ? ' width="220" height="330"' : '';
    return block('image', "<figure class=\"$class\"><img src=\"$url\" alt=\"Dessin\" class=\"wp-image-$id\"$sizes/>$caption</figure>", array_filter(['id' => $id, 'sizeSlug' => 'large', 'align' => $align]));
}

function pull($text, $by, $align) {
    return block('pullquote', "<figure class=\"wp-block-pullquote align$align\"><blockquote><p>$text</p><cite>$by</cite></blockquote></figure>", ['align' => $align]);
}

function columns($left, $right) {
    $column = fn($inside) => block('column', "<div class=\"wp-block-column\">$inside</div>");
    return block('columns', '<div class="wp-block-columns alignwide">' . $column($left) . $column($right) . '</div>', ['align' => 'wide']);
}

$wide = picture('vallee', 1600, 1000, "\x2f\x6f\x8f");
$tall = picture('phare', 400, 600, "\x8f\x4f\x2f");
$more = picture('canal', 1600, 900, "\x3f\x5f\x3f");

$texts = [
    'Le conseil municipal a voté jeudi soir, au terme de six heures de débat, un budget de 412 millions de dirhams, en hausse de 3,4 % sur un an. La majorité défend un « budget de bon sens » ; l’opposition y voit un renoncement.',
    'Dans les rues basses, où l’eau monte chaque hiver, on attendait surtout une réponse sur les digues. Elle tient en une ligne : « études complémentaires ». Les habitants, eux, ont cessé de compter les études.',
    '« On nous demande de la patience, dit Aïcha Mernissi, boulangère depuis trente et un ans. La patience, c’est bien pour le pain. Pour l’eau dans la cave, il faut une pompe. »',
    'La préfecture confirme que les travaux de la digue nord commenceront au printemps, sous réserve d’un financement dont l’origine n’est pas arrêtée.',
    'Le rapport, que nous avons pu consulter, compte 184 pages, dont 40 d’annexes. Il décrit une ville qui a grandi plus vite que ses égouts, et des plans dont aucun ne dit qui paie.',
];
$text = fn($at) => paragraph($texts[$at % 5]);
$table = block('table', '<figure class="wp-block-table is-style-stripes"><table class="has-fixed-layout"><thead><tr><th>Quartier</th><th>2025</th><th>2026</th></tr></thead><tbody><tr><td>Centre</td><td>7,80</td><td>8,20</td></tr><tr><td>Corniche</td><td>6,10</td><td>6,10</td></tr></tbody></table><figcaption class="wp-element-caption">Source : régie des eaux.</figcaption></figure>', ['hasFixedLayout' => true, 'className' => 'is-style-stripes']);
$list = block('list', '<ul class="wp-block-list">' . block('list-item', '<li>Un réseau de 1934 ;</li>') . block('list-item', '<li>212 documents ;</li>') . '</ul>');
$quote = block('quote', '<blockquote class="wp-block-quote">' . paragraph('Une ville se juge à ses bancs.') . '<cite>Proverbe local</cite></blockquote>');
$cover = block('cover', "<div class=\"wp-block-cover alignfull\" style=\"min-height:420px\"><span aria-hidden=\"true\" class=\"wp-block-cover__background has-background-dim\"></span><img class=\"wp-block-cover__image-background wp-image-{$more[0]}\" alt=\"\" src=\"{$more[1]}\" data-object-fit=\"cover\"/><div class=\"wp-block-cover__inner-container\">" . heading('Chapitre II — Les plans') . '</div></div>', ['url' => $more[1], 'id' => $more[0], 'dimRatio' => 50, 'minHeight' => 420, 'align' => 'full']);
$group = block('group', '<div class="wp-block-group has-pale-cyan-blue-background-color has-background" style="padding:20px">' . heading('Ce qu’il faut retenir', 3) . $list . '</div>', ['backgroundColor' => 'pale-cyan-blue', 'style' => ['spacing' => ['padding' => '20px']], 'layout' => ['type' => 'constrained']]);
$beside = block('media-text', "<div class=\"wp-block-media-text is-stacked-on-mobile\"><figure class=\"wp-block-media-text__media\"><img src=\"{$more[1]}\" alt=\"Le cahier\" class=\"wp-image-{$more[0]} size-full\"/></figure><div class=\"wp-block-media-text__content\">" . paragraph('Le cahier vert, où sont notées les crues depuis 1934.') . '</div></div>', ['mediaId' => $more[0], 'mediaType' => 'image']);
$buttons = block('buttons', '<div class="wp-block-buttons">' . block('button', '<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/soutenir/">Soutenir nos enquêtes</a></div>') . '</div>', ['layout' => ['type' => 'flex', 'justifyContent' => 'center']]);
$separator = block('separator', '<hr class="wp-block-separator has-alpha-channel-opacity"/>');
$images = implode('', array_map(fn($one) => image($one, 'Photo : La Gazette'), [$wide, $more, $tall, $wide]));
$gallery = block('gallery', "<figure class=\"wp-block-gallery alignwide has-nested-images columns-default is-cropped\">$images<figcaption class=\"blocks-gallery-caption wp-element-caption\">La vallée, le 12 mai.</figcaption></figure>", ['linkTo' => 'none', 'align' => 'wide']);

write(
    'enquete',
    'Sous la ville, l’eau : enquête sur les égouts de Sidi Amara',
    paragraph('À quatre heures du matin, le quartier dort sur une rivière. Elle n’a plus de nom sur les cartes, mais elle a gardé son lit : il passe sous la poste, tourne à l’école, et remonte, les soirs d’orage, par les bouches de la rue des Teinturiers.', ['dropCap' => true])
    . $list . heading('Le lit') . $text(0) . pull('La patience, c’est bien pour le pain.', 'Aïcha Mernissi, boulangère', 'wide') . $text(1)
    . $cover . heading('Les plans') . $text(4) . image($wide, 'La salle des cartes. <em>Photo : La Gazette</em>', 'wide') . $text(2)
    . image($tall, 'Le phare, en 1911.', 'left') . $text(3) . $text(1) . $text(0)
    . pull('Aucun plan ne dit qui paie.', 'Rapport, page 12', 'right') . $text(4) . $text(2) . $text(1)
    . columns(heading('Avant', 3) . $text(1), heading('Après', 3) . $text(2))
    . $group . $beside . $table . $quote . $gallery . $buttons . $separator
    . block('code', '<pre class="wp-block-code"><code>df.groupby("quartier")["prix"].mean()  # &lt; 8</code></pre>')
    . block('verse', "<pre class=\"wp-block-verse\">L’eau ne revient pas,\n     elle recommence.</pre>") . $text(3) . image($wide, '', 'full')
);
// Floats at the very edges of the content: nothing before the one, nothing after the other.
write('flottants', 'Des images au bord du texte', image($tall, '', 'left') . $text(0) . $text(1) . $text(2) . image($tall, 'Le phare.', 'right') . $text(3));
write('plein-cadre', 'En images. Une journée dans la vallée', image($wide, 'Le lever du jour.', 'full') . $text(0) . $gallery);
// What a reader waits for on a slow line: a photograph that weighs what one weighs, and text alone.
$file = wp_upload_bits('stade.webp', null, file_get_contents(__DIR__ . '/../../demo/images/stade.webp'));
$photograph = wp_insert_attachment(['post_title' => 'stade', 'post_mime_type' => 'image/webp'], $file['file']);
wp_update_attachment_metadata($photograph, ['width' => 1280, 'height' => 720, 'file' => _wp_relative_upload_path($file['file']), 'sizes' => []]);
$column = implode('', array_map($text, range(0, 11)));
write('photographie', 'Au stade, une soirée de plus', image([$photograph, $file['url']], 'Le stade, jeudi.') . $column);
write('texte-seul', 'Une chronique sans image', $column);
write(
    'archives',
    'Archives : un article d’avant Gutenberg',
    "Premier paragraphe, sans bloc.\n\n[caption id=\"attachment_{$tall[0]}\" align=\"alignright\" width=\"200\"]<img class=\"size-medium wp-image-{$tall[0]}\" src=\"{$tall[1]}\" alt=\"Phare\" width=\"200\" height=\"300\" /> Le phare, en 2009.[/caption]\n\nDeuxième paragraphe <b>gras</b> avec <center>un centre</center>.\n\n[gallery ids=\"{$wide[0]},{$tall[0]},{$more[0]}\"]\n\n<h3>Intertitre</h3>\nFin. [unknown_shortcode id=4]Un texte[/unknown_shortcode]"
);
write(
    'marsad',
    'مرصد صغير في قرية جبلية يعيد عدّ النجوم',
    paragraph('يعود التلاميذ إلى عدّ النجوم في ليالي الصيف، ويكتبون ما يرونه في دفتر واحد، صفحة بعد صفحة.') . image($tall, 'المرصد سنة 1911.', 'left')
    . paragraph('تقول المعلّمة إن الدفتر أقدم من المدرسة، وإن أحدًا لم يجرؤ بعد على أن يمحو منه كلمة واحدة.') . image($wide, 'السماء فوق القرية.', 'wide')
    . $quote . paragraph('في القرية 212 بيتًا، ولكل بيت نجمه. هكذا يقول الكبار حين يسألهم الصغار عن أسماء الشوارع.') . $table
);
