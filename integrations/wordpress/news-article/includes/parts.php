<?php
/**
 * The parts around a post's content: what they are, where they stand, what stands in them without a script. The content
 * itself keeps its place in the theme: **nothing is put around it**.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/**
 * Every part that has an element of its own, in the order in which they are printed: a new one is a row here and a folder
 * under block/parts.
 *
 * - `place`: before or after the content;
 * - `attributes( post )`: of the element, besides `for` and `lang`; null where there is nothing to show;
 * - `stand_in( post, language )`: HTML that stands there until the element does, and for ever without a script.
 */
function parts(): array {
	return array(
		'reading-time' => array(
			'place'      => 'before',
			'attributes' => fn( $post ) => array(),
			'stand_in'   => fn( $post, $language ) => sprintf( '<span>%s</span>', esc_html( reading_time_text( reading_time( $post ), $language ) ) ),
		),
		'share'        => array(
			'place'      => setting( 'share_place' ),
			'attributes' => fn( $post ) => networks( shared_on() ) ? array(
				'share'     => shared_on() === defaults()['share'] ? '' : shared_on(),
				'share-utm' => setting( 'share_utm' ),
			) : null,
			'stand_in'   => fn( $post, $language ) => share_links(
				shared_on(),
				with_campaign( wp_get_canonical_url( $post ) ?: get_permalink( $post ), setting( 'share_utm' ) ),
				plain_title( $post ),
				(string) get_the_post_thumbnail_url( $post, 'large' ),
				$language
			),
		),
		'comments'     => array(
			'place'      => 'after',
			'attributes' => fn( $post ) => takes_comments( $post ) ? array(
				'comments-action' => comments_action(),
				'site-src'        => setting( 'site_src' ),
			) : null,
			'stand_in'   => fn( $post, $language ) => comments_without_script( $post ),
		),
		'newsletter'   => array(
			'place'      => 'after',
			'attributes' => fn( $post ) => '' === setting( 'newsletter_action' ) . setting( 'site_src' ) ? null : array(
				'newsletter-action' => setting( 'newsletter_action' ),
				'site-src'          => setting( 'site_src' ),
			),
			'stand_in'   => fn( $post, $language ) => '',
		),
		'social'       => array(
			'place'      => 'after',
			'attributes' => fn( $post ) => '' === setting( 'site_src' ) ? null : array( 'site-src' => setting( 'site_src' ) ),
			'stand_in'   => fn( $post, $language ) => '',
		),
		'related'      => array(
			'place'      => 'after',
			'attributes' => fn( $post ) => setting( 'related' ) && related_posts( $post ) ? array( 'related-src' => related_source( $post ) ) : null,
			'stand_in'   => fn( $post, $language ) => related_links( $post, $language ),
		),
	);
}

/** A post's title as text. */
function plain_title( \WP_Post $post ): string {
	$title = html_entity_decode( wp_strip_all_tags( get_the_title( $post ) ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	return '' === trim( $title ) ? get_bloginfo( 'name' ) : $title;
}

/** Whether what is rendered now is the page of this very post, and not a feed, an embed, an excerpt or an answer in JSON. */
function is_page_of( ?\WP_Post $post ): bool {
	return $post && is_singular() && get_queried_object_id() === $post->ID && ! is_elsewhere();
}

/** Whether what is rendered now is read elsewhere than on a page of this site. */
function is_elsewhere(): bool {
	return is_counting() || is_feed() || is_embed() || ( defined( 'REST_REQUEST' ) && REST_REQUEST ) || doing_filter( 'get_the_excerpt' )
		|| ( function_exists( 'is_robots' ) && is_robots() ) || ( function_exists( 'amp_is_request' ) && amp_is_request() );
}

/** What a reader would call the section has been printed for a post; with `$now`, that it is. */
function is_printed( int $post, string $name, bool $now = false ): bool {
	static $printed = array();
	if ( $now ) {
		$printed[ $post ][ $name ] = true;
	}
	return isset( $printed[ $post ][ $name ] );
}

/** What `for` names: the element that holds the content. Empty: the page's first `<article>`, or `<main>`. */
function target( \WP_Post $post ): string {
	$named = theme_names_posts() ? "post-{$post->ID}" : '';
	/** The id of the element that holds a post's content. */
	return (string) apply_filters( 'news_article_for', wp_is_block_theme() ? content_id( $post->ID ) : $named, $post );
}

/** The id that a block theme's content is given, which has none. */
function content_id( int $post ): string {
	return "news-article-content-$post";
}

/** Whether the theme writes `<article id="post-42">`, as most of the classic ones do. */
function theme_names_posts(): bool {
	$theme = wp_get_theme();
	$of    = $theme->get_stylesheet() . ' ' . $theme->get_template() . ' ' . $theme->get( 'Version' );
	$kept  = get_transient( 'news_article_theme' );
	$known = is_array( $kept ) && $of === ( $kept['of'] ?? '' ) ? $kept['names_posts'] : null;
	if ( null === $known ) {
		$known = false;
		foreach ( $theme->get_files( 'php', 3, true ) as $file ) {
			if ( preg_match( '/id=\\\\?["\']post-(?:<\?php\s+the_ID|[\'"]?\s*\.|%|\$|\{)/i', (string) file_get_contents( $file ) ) ) { // phpcs:ignore WordPress.WP.AlternativeFunctions -- a local file.
				$known = true;
				break;
			}
		}
		set_transient( 'news_article_theme', array( 'of' => $of, 'names_posts' => $known ), WEEK_IN_SECONDS );
	}
	return $known;
}

/** A custom element: attributes that are empty are left out. `$inside` is HTML that was made here or by WordPress. */
function tag( string $name, array $attributes, string $inside ): string {
	$addresses = array( 'src', 'related-src', 'site-src', 'comments-action', 'newsletter-action' );
	$html      = "<$name";
	foreach ( $attributes as $key => $value ) {
		if ( '' !== $value && null !== $value && false !== $value ) {
			$html .= sprintf( ' %s="%s"', esc_attr( $key ), in_array( $key, $addresses, true ) ? esc_url( $value ) : esc_attr( $value ) );
		}
	}
	return "$html>$inside</$name>";
}

/**
 * A part of a post, as HTML. On the page of the post it is the element with its stand-in; in a list of posts the stand-in
 * alone; nothing where there is nothing to show.
 */
function part( string $name, \WP_Post $post, array $wrapper = array() ): string {
	$part       = parts()[ $name ] ?? null;
	$attributes = $part ? $part['attributes']( $post ) : null;
	if ( null === $attributes || post_password_required( $post ) ) {
		return '';
	}
	$language = language( $post );
	$inside   = $part['stand_in']( $post, $language );
	$is_page  = is_page_of( $post );
	if ( $is_page ) {
		is_printed( $post->ID, $name, true );
	}
	if ( $is_page && 'comments' === $name ) {
		has_comments( $post->ID, true );
	}
	if ( $is_page && '' === ( $attributes['related-src'] ?? null ) ) {
		enqueue_style(); // Links that no JSON stands behind stay links.
	} elseif ( $is_page ) {
		enqueue_script();
		/** The attributes of a part of a post. */
		$attributes = apply_filters( 'news_article_part_attributes', $attributes, $name, $post );
		$inside     = tag( "news-$name", array( 'for' => target( $post ), 'lang' => $language ) + $attributes, $inside );
	} elseif ( '' === $inside ) {
		return '';
	}
	$class = trim( "news-article-part is-$name " . ( $wrapper['class'] ?? '' ) );
	// An aside: what stands in it is no part of the article's text.
	return tag( 'aside', array( 'class' => $class, 'lang' => language_in( $language ) ) + $wrapper, $inside );
}

/** Which parts the settings want, in the order of the settings: the usual ones where nothing is said. */
function wanted_sections(): array {
	return array_diff( explode( ' ', setting( 'sections' ) ?: defaults()['sections'] ), array( 'none' ) );
}

/** Whether the settings want a part. Comments have a setting of their own. */
function is_wanted( string $name ): bool {
	return 'comments' === $name ? setting( 'comments' ) : in_array( $name, wanted_sections(), true );
}

/** Whether the settings put parts around a post. */
function has_parts( $post ): bool {
	if ( ! $post instanceof \WP_Post || post_password_required( $post ) ) {
		return false;
	}
	$wanted = setting( 'around' ) && ( wanted_sections() || setting( 'comments' ) )
		&& in_array( $post->post_type, setting( 'post_types' ), true ) && ! get_post_meta( $post->ID, OFF, true );
	/** Whether parts are printed around the content of a post. */
	return (bool) apply_filters( 'news_article_around', $wanted && ! own( $post ), $post );
}
