<?php
/**
 * Written by tests/wordpress/data.rs, which says how: not by hand.
 *
 * @package NewsArticle
 */

defined( 'ABSPATH' ) || exit;

return array(
	'networks' => array(
		'bluesky' => array(
			'brand' => 'Bluesky',
			'limit' => 300,
			'link' => 'https://bsky.app/intent/compose?text={title}%20{url}',
		),
		'copy' => array(
			'words' => 'copyLink',
		),
		'email' => array(
			'link' => 'mailto:?subject={title}&body={title}%0D%0A%0D%0A{url}',
			'words' => 'shareEmail',
		),
		'facebook' => array(
			'brand' => 'Facebook',
			'link' => 'https://www.facebook.com/sharer/sharer.php?u={url}',
		),
		'hackernews' => array(
			'brand' => 'Hacker News',
			'link' => 'https://news.ycombinator.com/submitlink?u={url}&t={title}',
		),
		'line' => array(
			'brand' => 'LINE',
			'link' => 'https://social-plugins.line.me/lineit/share?url={url}&text={title}',
		),
		'linkedin' => array(
			'brand' => 'LinkedIn',
			'link' => 'https://www.linkedin.com/sharing/share-offsite/?url={url}',
		),
		'mastodon' => array(
			'brand' => 'Mastodon',
		),
		'native' => array(
			'words' => 'shareNative',
		),
		'pinterest' => array(
			'brand' => 'Pinterest',
			'link' => 'https://www.pinterest.com/pin/create/button/?url={url}&media={image}&description={title}',
		),
		'print' => array(
			'words' => 'sharePrint',
		),
		'reddit' => array(
			'brand' => 'Reddit',
			'link' => 'https://www.reddit.com/submit?url={url}&title={title}',
		),
		'sms' => array(
			'link' => 'sms:?body={title}%20{url}',
			'words' => 'shareSms',
		),
		'teams' => array(
			'brand' => 'Microsoft Teams',
			'link' => 'https://teams.microsoft.com/share?href={url}&msgText={title}',
		),
		'telegram' => array(
			'brand' => 'Telegram',
			'link' => 'https://t.me/share/url?url={url}&text={title}',
		),
		'threads' => array(
			'brand' => 'Threads',
			'limit' => 476,
			'link' => 'https://www.threads.com/intent/post?text={title}&url={url}',
		),
		'tumblr' => array(
			'brand' => 'Tumblr',
			'link' => 'https://www.tumblr.com/widgets/share/tool?canonicalUrl={url}&title={title}',
		),
		'viber' => array(
			'brand' => 'Viber',
			'link' => 'viber://forward?text={title}%20{url}',
		),
		'vk' => array(
			'brand' => 'VK',
			'link' => 'https://vk.com/share.php?url={url}&title={title}',
		),
		'whatsapp' => array(
			'brand' => 'WhatsApp',
			'link' => 'https://wa.me/?text={title}%20{url}',
		),
		'x' => array(
			'brand' => 'X',
			'limit' => 256,
			'link' => 'https://x.com/intent/tweet?text={title}&url={url}',
		),
		'xing' => array(
			'brand' => 'XING',
			'link' => 'https://www.xing.com/spi/shares/new?url={url}',
		),
	),
	'usual' => 'native copy x facebook whatsapp telegram linkedin bluesky email',
);
