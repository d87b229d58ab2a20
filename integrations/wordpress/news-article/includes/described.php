<?php
/**
 * What WordPress knows of a post, as JSON-LD in the head of its page: the elements read it there, and so do search engines.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** Who wrote a post: those of Co-Authors Plus where it is there, else the one that WordPress knows. */
function authors( \WP_Post $post ): array {
	$all     = function_exists( 'get_coauthors' ) ? get_coauthors( $post->ID ) : array( get_userdata( (int) $post->post_author ) );
	$authors = array();
	foreach ( is_array( $all ) ? $all : array() as $one ) {
		$name = is_object( $one ) ? trim( wp_strip_all_tags( html_entity_decode( (string) ( $one->display_name ?? '' ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ) ) : '';
		if ( '' !== $name ) {
			$authors[] = array(
				'@type' => 'Person',
				'name'  => $name,
				'url'   => get_author_posts_url( (int) $one->ID, (string) $one->user_nicename ),
			);
		}
	}
	return $authors;
}

/** The terms of a post by what they are called, as text. */
function names_of( \WP_Post $post, string $taxonomy ): array {
	$terms = get_the_terms( $post, $taxonomy );
	$terms = $terms && ! is_wp_error( $terms ) ? $terms : array();
	return array_column( array_map( fn( $one ) => array( $one->term_id, html_entity_decode( $one->name, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ), $terms ), 1, 0 );
}

/** The section of a post: the category that an SEO plugin calls the first, else the first one. */
function section( \WP_Post $post ): string {
	$names = names_of( $post, 'category' );
	foreach ( array( '_yoast_wpseo_primary_category', 'rank_math_primary_category' ) as $key ) {
		$chosen = (int) get_post_meta( $post->ID, $key, true );
		if ( isset( $names[ $chosen ] ) ) {
			return $names[ $chosen ];
		}
	}
	return (string) reset( $names );
}

/** A post as schema.org's NewsArticle; what is not known is left out. */
function described( \WP_Post $post ): array {
	$url     = wp_get_canonical_url( $post ) ?: get_permalink( $post );
	$picture = wp_get_attachment_image_src( (int) get_post_thumbnail_id( $post ), 'full' );
	$date    = fn( $time ) => $time ? get_date_from_gmt( $time, DATE_W3C ) : '';
	return array_filter(
		live_described( $post, $url ) + array(
			'@context'         => 'https://schema.org',
			'@type'            => 'NewsArticle',
			'@id'              => "$url#article",
			'url'              => $url,
			'mainEntityOfPage' => $url,
			'identifier'       => (string) $post->ID,
			'headline'         => plain_title( $post ),
			'description'      => '' === $post->post_excerpt ? '' : trim( html_entity_decode( wp_strip_all_tags( $post->post_excerpt ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ),
			'inLanguage'       => language( $post ),
			'datePublished'    => $date( $post->post_date_gmt ),
			'dateModified'     => $date( $post->post_modified_gmt ),
			'author'           => authors( $post ),
			'articleSection'   => section( $post ),
			'keywords'         => array_values( names_of( $post, 'post_tag' ) ),
			'image'            => $picture ? array_filter( array( '@type' => 'ImageObject', 'url' => $picture[0], 'width' => $picture[1], 'height' => $picture[2] ) ) : null,
			'publisher'        => array( '@type' => 'Organization', 'name' => html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ), 'url' => home_url( '/' ) ),
			'commentCount'     => (int) get_comments_number( $post ),
		),
		fn( $value ) => null !== $value && '' !== $value && array() !== $value && 0 !== $value
	);
}

/** Whether a plugin that describes posts to search engines is there: it says more, and the elements read that. */
function is_described(): bool {
	foreach ( array( 'WPSEO_VERSION', 'RANK_MATH_VERSION', 'AIOSEO_VERSION', 'SEOPRESS_VERSION', 'THE_SEO_FRAMEWORK_VERSION', 'SASWP_VERSION' ) as $name ) {
		if ( defined( $name ) ) {
			return true;
		}
	}
	return false;
}

add_action(
	'wp_head',
	function () {
		$post = get_queried_object();
		if ( ! is_singular() || is_elsewhere() || ! ( has_parts( $post ) || elements( $post ) ) || ! is_public( $post ) ) {
			return;
		}
		/** What the head says of a post, as schema.org's NewsArticle; null or empty for nothing. */
		$said = apply_filters( 'news_article_json_ld', is_described() ? null : described( $post ), $post );
		if ( $said ) {
			// `<` and `&` as escapes: nothing in it ends the element.
			printf( "<script type=\"application/ld+json\">%s</script>\n", wp_json_encode( $said, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_HEX_TAG | JSON_HEX_AMP ) ); // phpcs:ignore WordPress.Security.EscapeOutput -- see above.
		}
	}
);
