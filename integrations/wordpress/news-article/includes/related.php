<?php
/**
 * Other articles: of the same categories and tags, those that share most first, then the newest.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** How many are shown, and how many of the newest are looked at. */
const RELATED = 8;
const LOOKED_AT = 60;

/** The numbers of the posts that are related to one, in order. */
function related_posts( \WP_Post $post ): array {
	static $known = array();
	if ( isset( $known[ $post->ID ] ) ) {
		return $known[ $post->ID ];
	}
	$terms = array();
	foreach ( array( 'category', 'post_tag' ) as $taxonomy ) {
		$of = get_the_terms( $post, $taxonomy );
		if ( $of && ! is_wp_error( $of ) ) {
			$terms[ $taxonomy ] = wp_list_pluck( $of, 'term_id' );
		}
	}
	if ( ! $terms ) {
		return $known[ $post->ID ] = array();
	}
	$query = array( 'relation' => 'OR' );
	foreach ( $terms as $taxonomy => $ids ) {
		$query[] = array( 'taxonomy' => $taxonomy, 'terms' => $ids, 'include_children' => false );
	}
	$found = new \WP_Query(
		array(
			'post_type'              => $post->post_type,
			'post_status'            => 'publish',
			'post__not_in'           => array( $post->ID ),
			'has_password'           => false,
			'posts_per_page'         => LOOKED_AT,
			// Of the same second, the later one: databases have no order of their own.
			'orderby'                => array( 'date' => 'DESC', 'ID' => 'DESC' ),
			'ignore_sticky_posts'    => true,
			'no_found_rows'          => true,
			'update_post_meta_cache' => false,
			'tax_query'              => $query, // phpcs:ignore WordPress.DB.SlowDBQuery -- the newest sixty.
		)
	);
	$scores = array();
	foreach ( $found->posts as $at => $one ) {
		$shared = 0;
		foreach ( $terms as $taxonomy => $ids ) {
			$of      = get_the_terms( $one, $taxonomy );
			$shared += $of && ! is_wp_error( $of ) ? count( array_intersect( wp_list_pluck( $of, 'term_id' ), $ids ) ) : 0;
		}
		// They come by date: the place decides between equals.
		$scores[ $one->ID ] = $shared * LOOKED_AT - $at;
	}
	arsort( $scores );
	/** The numbers of the posts shown as related to a post, in order. */
	$ids = apply_filters( 'news_article_related', array_slice( array_keys( $scores ), 0, RELATED ), $post );
	return $known[ $post->ID ] = array_map( 'intval', (array) $ids );
}

/** Where their titles, dates and pictures are had: never their text. */
function related_source( \WP_Post $post ): string {
	$ids   = related_posts( $post );
	$route = rest_get_route_for_post_type_items( $post->post_type );
	// A type that REST does not know has links alone.
	if ( ! $ids || '' === $route ) {
		return '';
	}
	return add_query_arg(
		array(
			'include'  => implode( ',', $ids ),
			'orderby'  => 'include',
			'per_page' => count( $ids ),
			'_embed'   => 'author,wp:featuredmedia,wp:term',
			'_fields'  => 'id,date_gmt,link,title,featured_media,_links,_embedded',
		),
		rest_url( $route )
	);
}

/** The links, as HTML. */
function related_links( \WP_Post $post, string $language ): string {
	$items = '';
	foreach ( related_posts( $post ) as $id ) {
		$items .= sprintf( '<li><a href="%s">%s</a></li>', esc_url( get_permalink( $id ) ), esc_html( wp_strip_all_tags( get_the_title( $id ) ) ) );
	}
	return '' === $items ? '' : sprintf( '<p>%s</p><ul>%s</ul>', esc_html( words_in( $language )['related'] ), $items );
}
