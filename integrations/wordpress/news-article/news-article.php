<?php
/**
 * Plugin Name:       News article
 * Plugin URI:        https://news-article.example/wordpress/
 * Description:       Reading time, share buttons and related articles before and after your posts, newsletter and comments too: links without a script, live with one.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      8.0
 * Author:            The authors of news-article
 * Author URI:        https://news-article.example/
 * Update URI:        false
 * License:           MIT OR Apache-2.0
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       news-article
 * Domain Path:       /languages
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

const FILE    = __FILE__;
const VERSION = '0.1.0';

require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/languages.php';
require __DIR__ . '/includes/words.php';
require __DIR__ . '/includes/reading.php';
require __DIR__ . '/includes/minutes.php';
require __DIR__ . '/includes/share.php';
require __DIR__ . '/includes/related.php';
require __DIR__ . '/includes/assets.php';
require __DIR__ . '/includes/parts.php';
require __DIR__ . '/includes/content.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/live.php';
require __DIR__ . '/includes/described.php';
require __DIR__ . '/includes/comments.php';
require __DIR__ . '/includes/post.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/includes/admin.php';
require __DIR__ . '/includes/health.php';
