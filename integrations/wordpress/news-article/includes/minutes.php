<?php
/**
 * The minutes of a post: counted when it is saved, kept with it.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** Where they are kept. */
const MINUTES = '_news_article_minutes';

/** What they were counted from: another text, language or version of the plugin counts anew. */
function fingerprint( \WP_Post $post ): string {
	return md5( VERSION . language( $post ) . $post->post_title . $post->post_content );
}

/** The minutes that are kept of a post as it is now; null where there are none. */
function kept_minutes( \WP_Post $post ): ?int {
	$kept = get_post_meta( $post->ID, MINUTES, true );
	return is_array( $kept ) && fingerprint( $post ) === ( $kept['of'] ?? '' ) ? (int) $kept['minutes'] : null;
}

/** Counts the minutes of what WordPress has made of a post's content, and keeps them. */
function keep_minutes( \WP_Post $post, string $content ): int {
	$minutes = minutes_of( plain_title( $post ), $content, language( $post ) );
	update_post_meta( $post->ID, MINUTES, array( 'of' => fingerprint( $post ), 'minutes' => $minutes ) );
	return $minutes;
}

/** Keeps the minutes of a post whose content is being shown, where they are not kept: it need not be rendered again then. */
function remember_reading_time( \WP_Post $post, string $content ): void {
	// Of a post in several pages this is one of them.
	if ( null === kept_minutes( $post ) && ! str_contains( $post->post_content, '<!--nextpage-->' ) ) {
		keep_minutes( $post, $content );
	}
}

/** Whether a post is being rendered only to be counted: nothing of it is shown. */
function is_counting( ?bool $now = null ): bool {
	static $is = false;
	$is = $now ?? $is;
	return $is;
}

/** The minutes of a post. Where they are not kept they are counted from its content, as it would be shown. */
function reading_time( \WP_Post $post ): int {
	$kept = kept_minutes( $post );
	if ( null !== $kept ) {
		return $kept;
	}
	if ( is_counting() ) {
		return 1;
	}
	is_counting( true );
	ob_start(); // What a shortcode echoes belongs to no page.
	$around   = $GLOBALS['post'] ?? null;
	$GLOBALS['post'] = $post; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- blocks and shortcodes ask for it; put back below.
	setup_postdata( $post );
	$content = apply_filters( 'the_content', str_replace( '<!--nextpage-->', '', $post->post_content ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own.
	$GLOBALS['post'] = $around; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as it was.
	if ( $around ) {
		setup_postdata( $around );
	}
	ob_end_clean();
	is_counting( false );
	return keep_minutes( $post, $content );
}

add_action(
	'wp_after_insert_post',
	function ( $id, $post ) {
		if ( 'publish' === $post->post_status && in_array( $post->post_type, setting( 'post_types' ), true ) && ! wp_is_post_revision( $id ) ) {
			reading_time( $post );
		}
	},
	10,
	2
);
