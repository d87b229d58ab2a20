<?php
/**
 * Plugin Name:       News article
 * Description:       Reading time, share buttons, related articles, newsletter and comments around your posts, by the custom element <news-article>.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      8.0
 * License:           MIT OR Apache-2.0
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       news-article
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

const FILE    = __FILE__;
const VERSION = '0.1.0';

require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/assets.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/comments.php';
require __DIR__ . '/includes/block.php';
