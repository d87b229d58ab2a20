<?php
/**
 * Leaves nothing behind, on any site of a network.
 *
 * @package NewsArticle
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

$news_article_clean = function () {
	delete_option( 'news_article' );
	delete_transient( 'news_article_theme' );
	delete_post_meta_by_key( '_news_article_off' );
	delete_post_meta_by_key( '_news_article_minutes' );
};

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $news_article_site ) {
		switch_to_blog( $news_article_site );
		$news_article_clean();
		restore_current_blog();
	}
} else {
	$news_article_clean();
}
