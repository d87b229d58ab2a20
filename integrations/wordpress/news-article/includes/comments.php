<?php
/**
 * Comments through the element, in place of the theme's form: only where the setting says so.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** Whether the element takes comments on this post. */
function takes_comments( \WP_Post $post ): bool {
	return setting( 'comments' ) && is_public( $post ) && comments_open( $post ) && ! get_option( 'comment_registration' );
}

// A stock WordPress takes no comments from strangers over REST; everything else (moderation, flood, words) stays as set.
add_filter(
	'rest_allow_anonymous_comments',
	fn( $allowed ) => $allowed || ( setting( 'comments' ) && ! get_option( 'comment_registration' ) )
);

/** Whether an element that takes comments on this post was made for the page; with `$now`, that it was. */
function has_comments( int $post, bool $now = false ): bool {
	static $posts = array();
	if ( $now ) {
		$posts[ $post ] = true;
	}
	return isset( $posts[ $post ] );
}

/** Whether the theme's list and form would be there twice: only then are they left out, for else they are the only ones. */
function replaces( ?\WP_Post $post ): bool {
	return $post && is_singular() && takes_comments( $post ) && has_comments( $post->ID );
}

add_filter( 'comments_template', fn( $template ) => replaces( get_post() ) ? __DIR__ . '/nothing.php' : $template );

// Themes made of blocks have no template of comments.
foreach ( array( 'comments', 'post-comments', 'post-comments-form' ) as $block ) {
	add_filter(
		"render_block_core/$block",
		fn( $html, $block, $instance ) => replaces( get_post( $instance->context['postId'] ?? null ) ) ? '' : $html,
		10,
		3
	);
}
