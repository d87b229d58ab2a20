<?php
/**
 * Live coverage: what a newsroom's own plugin or theme says of a post by the filter `news_article_live`, as the element reads it.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** The most updates that are told, the newest. */
const UPDATES = 500;

/** A moment as the element reads it: a date, a timestamp, or a text that PHP understands, in the site's time zone. */
function moment( $given ): string {
	try {
		if ( $given instanceof \DateTimeInterface ) {
			return $given->format( DATE_W3C );
		}
		if ( is_int( $given ) ) {
			return wp_date( DATE_W3C, $given );
		}
		return is_string( $given ) && '' !== trim( $given ) ? ( new \DateTimeImmutable( $given, wp_timezone() ) )->format( DATE_W3C ) : '';
	} catch ( \Exception $none ) {
		return '';
	}
}

/** One update, or null where it says nothing. */
function update( $given ): ?array {
	if ( ! is_array( $given ) ) {
		return null;
	}
	$text  = fn( $key ) => trim( html_entity_decode( wp_strip_all_tags( is_scalar( $given[ $key ] ?? '' ) ? (string) ( $given[ $key ] ?? '' ) : '' ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
	$html  = is_string( $given['content'] ?? null ) ? trim( wp_kses_post( $given['content'] ) ) : '';
	$title = $text( 'title' );
	if ( '' === $title . $html ) {
		return null;
	}
	$date = moment( $given['date'] ?? '' );
	$id   = $text( 'id' );
	return array_filter(
		array(
			'id'          => '' === $id ? substr( md5( $date . $title . ( '' === $date ? $html : '' ) ), 0, 12 ) : $id,
			'publishedAt' => $date,
			'title'       => $title,
			'bodyHtml'    => $html,
			'author'      => $text( 'author' ),
			'pinned'      => ! empty( $given['pinned'] ),
		)
	);
}

/** The live coverage of a post in the element's own format, the newest first; null where there is none. */
function live( \WP_Post $post ): ?array {
	/**
	 * The live coverage of a post: null, or `updates`, a list of `id`, `date`, `title`, `content` (HTML), `author`, `pinned`, and
	 * `until`, the moment from which nothing more comes.
	 */
	$given = apply_filters( 'news_article_live', null, $post );
	if ( ! is_array( $given ) ) {
		return null;
	}
	$updates = array_values( array_filter( array_map( __NAMESPACE__ . '\\update', is_array( $given['updates'] ?? null ) ? $given['updates'] : array() ) ) );
	// By moment, not by text: one may be in another time zone. What has no date keeps its place among its like.
	usort( $updates, fn( $one, $other ) => strtotime( $other['publishedAt'] ?? '' ) <=> strtotime( $one['publishedAt'] ?? '' ) );
	$live  = array( 'updates' => array_slice( $updates, 0, UPDATES ) );
	$until = moment( $given['until'] ?? '' );
	return '' === $until ? $live : $live + array( 'liveUntil' => $until );
}

/** Where the updates of a post are had. */
function live_source( \WP_Post $post ): string {
	return rest_url( "news-article/v1/live/{$post->ID}" );
}

add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'news-article/v1',
			'/live/(?P<id>\d+)',
			array(
				'methods'             => 'GET',
				'permission_callback' => '__return_true', // What everybody may read, and nothing else, is answered.
				'callback'            => function ( \WP_REST_Request $request ) {
					$post = get_post( (int) $request['id'] );
					$live = is_public( $post ) ? live( $post ) : null;
					if ( null === $live ) {
						return new \WP_Error( 'news_article_not_live', __( 'This is no live coverage.', 'news-article' ), array( 'status' => 404 ) );
					}
					$tag      = '"' . md5( (string) wp_json_encode( $live ) ) . '"';
					$is_known = str_contains( (string) $request->get_header( 'if_none_match' ), $tag );
					$response = new \WP_REST_Response( $is_known ? null : $live, $is_known ? 304 : 200 );
					$response->header( 'ETag', $tag );
					$response->header( 'Cache-Control', 'public, max-age=5' );
					return $response;
				},
			)
		);
		foreach ( get_post_types( array( 'show_in_rest' => true ) ) as $type ) {
			add_filter(
				"rest_prepare_$type",
				function ( $response, $post ) {
					if ( $response instanceof \WP_REST_Response && is_public( $post ) && null !== live( $post ) ) {
						$response->add_link( 'news_article_live', live_source( $post ) );
					}
					return $response;
				},
				10,
				2
			);
		}
	}
);

/** What search engines are told of the live coverage of a post, besides what they are told of any; empty where there is none. */
function live_described( \WP_Post $post, string $url ): array {
	$live = live( $post );
	if ( null === $live ) {
		return array();
	}
	$updates = array();
	foreach ( $live['updates'] as $one ) {
		$text      = trim( html_entity_decode( wp_strip_all_tags( $one['bodyHtml'] ?? '' ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
		$updates[] = array_filter(
			array(
				'@type'         => 'BlogPosting',
				'@id'           => "$url#update-{$one['id']}",
				'headline'      => $one['title'] ?? wp_html_excerpt( $text, 90, '…' ),
				'articleBody'   => '' === $text ? $one['title'] ?? '' : $text,
				'datePublished' => $one['publishedAt'] ?? '',
				'author'        => isset( $one['author'] ) ? array( '@type' => 'Person', 'name' => $one['author'] ) : null,
			)
		);
	}
	return array(
		'@type'             => 'LiveBlogPosting',
		'coverageStartTime' => get_date_from_gmt( $post->post_date_gmt, DATE_W3C ),
		'coverageEndTime'   => $live['liveUntil'] ?? '',
		'liveBlogUpdate'    => $updates,
	);
}
