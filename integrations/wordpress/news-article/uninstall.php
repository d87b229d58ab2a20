<?php
/**
 * Leaves nothing behind.
 *
 * @package NewsArticle
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'news_article' );
