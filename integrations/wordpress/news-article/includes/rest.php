<?php
/**
 * What the sections after an article are about, as JSON: the post as WordPress' own REST interface has it, without the
 * text, which is in the page already.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** Where it is had. */
function about_source( \WP_Post $post ): string {
	return rest_url( "news-article/v1/about/{$post->ID}" );
}

/** Whether everybody may read a post. */
function is_public( ?\WP_Post $post ): bool {
	return $post && is_post_publicly_viewable( $post ) && '' === $post->post_password;
}

add_action(
	'rest_api_init',
	fn() => register_rest_route(
		'news-article/v1',
		'/about/(?P<id>\d+)',
		array(
			'methods'             => 'GET',
			// A post that not everybody may read is as good as none.
			'permission_callback' => '__return_true',
			'callback'            => function ( $request ) {
				$post = get_post( (int) $request['id'] );
				if ( ! is_public( $post ) ) {
					return new \WP_Error( 'rest_post_invalid_id', __( 'Invalid post ID.' ), array( 'status' => 404 ) ); // phpcs:ignore WordPress.WP.I18n.MissingArgDomain -- WordPress' own words.
				}
				$response = new \WP_REST_Response(
					array(
						'id'             => $post->ID,
						'link'           => get_permalink( $post ),
						'title'          => array( 'rendered' => get_the_title( $post ) ),
						'content'        => array( 'rendered' => '', 'protected' => false ),
						'date_gmt'       => mysql_to_rfc3339( $post->post_date_gmt ),
						'comment_status' => comments_open( $post ) ? 'open' : 'closed',
					)
				);
				$response->add_link( 'replies', add_query_arg( 'post', $post->ID, rest_url( 'wp/v2/comments' ) ) );
				return $response;
			},
		)
	)
);
