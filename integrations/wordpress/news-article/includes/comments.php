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
	return setting( 'comments' ) && comments_open( $post ) && ! get_option( 'comment_registration' );
}

// A stock WordPress takes no comments from strangers over REST; everything else (moderation, flood, words) stays as set.
add_filter(
	'rest_allow_anonymous_comments',
	fn( $allowed ) => $allowed || ( setting( 'comments' ) && ! get_option( 'comment_registration' ) )
);

// The theme's list and form would be there twice.
add_filter(
	'comments_template',
	function ( $template ) {
		$post = get_post();
		return $post && is_singular() && takes_comments( $post ) && has_element( $post ) ? __DIR__ . '/nothing.php' : $template;
	}
);
