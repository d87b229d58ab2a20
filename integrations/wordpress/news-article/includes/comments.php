<?php
/**
 * Comments through the element, in place of the theme's form: only where the setting says so.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/**
 * Whether the element takes comments on this post: where the site would refuse them, its theme says so, with the link to
 * log in. (Another plugin may have the last word on strangers.)
 */
function takes_comments( \WP_Post $post ): bool {
	return setting( 'comments' ) && is_public( $post ) && comments_open( $post ) && ( is_user_logged_in() || takes_strangers() );
}

/** Whether comments are taken over REST from whoever is not logged in. */
function takes_strangers(): bool {
	return ! get_option( 'comment_registration' )
		&& apply_filters( 'rest_allow_anonymous_comments', false, new \WP_REST_Request( 'POST', '/wp/v2/comments' ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress'.
}

/**
 * Where the element sends comments. A reader who is logged in writes as who they are: the address says so by a nonce, and the
 * element asks for neither name nor address. (Caches keep no pages of readers who are logged in.)
 */
function comments_action(): string {
	$action = rest_url( 'wp/v2/comments' );
	return is_user_logged_in() ? add_query_arg( '_wpnonce', wp_create_nonce( 'wp_rest' ), $action ) : $action;
}

/** How many comments stand there without a script, the newest of them. */
const COMMENTS_MAX = 50;

/** The comments of a post and WordPress' own form, which work without a script. */
function comments_without_script( \WP_Post $post ): string {
	if ( ! is_page_of( $post ) ) {
		return '';
	}
	// Who has just commented sees it while it waits to be approved, as in any theme.
	$own      = get_current_user_id() ?: wp_get_unapproved_comment_author_email();
	$comments = get_comments(
		array(
			'post_id'            => $post->ID,
			'status'             => 'approve',
			'include_unapproved' => array_filter( array( $own ) ),
			'number'             => COMMENTS_MAX,
			'orderby'            => 'comment_date_gmt',
			'order'              => 'DESC',
		)
	);
	ob_start();
	if ( $comments ) {
		echo '<ol class="comment-list">';
		// Whole: a page of them would be the oldest.
		wp_list_comments( array( 'style' => 'ol', 'max_depth' => 1, 'avatar_size' => 0, 'per_page' => 0 ), array_reverse( $comments ) );
		echo '</ol>';
	}
	comment_form( array(), $post->ID );
	return (string) ob_get_clean();
}

// A stock WordPress takes no comments from strangers over REST; everything else (moderation, flood, words) stays as set.
add_filter(
	'rest_allow_anonymous_comments',
	fn( $allowed ) => $allowed || ( setting( 'comments' ) && ! get_option( 'comment_registration' ) )
);

// What filled the field that readers do not see waits for somebody to look at it, whoever wrote it.
add_filter(
	'rest_pre_insert_comment',
	function ( $comment, $request ) {
		if ( is_array( $comment ) && true === $request['honeypot'] && 1 === (int) ( $comment['comment_approved'] ?? 1 ) ) {
			$comment['comment_approved'] = 0;
		}
		return $comment;
	},
	10,
	2
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
