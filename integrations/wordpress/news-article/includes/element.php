<?php
/**
 * `<news-article>` where an author puts it by the block or the shortcode: around HTML, or for another post's JSON.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** The elements that the author of this has put into its content, by what each was given. */
function elements( $post ): array {
	return ! $post instanceof \WP_Post || ! is_singular() || post_password_required( $post ) ? array() : own( $post );
}

/** What the author has put in: by blocks, by shortcodes. */
function own( \WP_Post $post ): array {
	$content = $post->post_content;
	$own     = array();
	$blocks  = has_block( 'news-article/article', $content ) ? parse_blocks( $content ) : array();
	while ( $blocks ) {
		$block = array_pop( $blocks );
		if ( 'news-article/article' === $block['blockName'] ) {
			// Attributes that cannot be read are none.
			$own[] = is_array( $block['attrs'] ) ? $block['attrs'] : array();
		}
		array_push( $blocks, ...$block['innerBlocks'] );
	}
	preg_match_all( '/' . get_shortcode_regex( array( 'news_article' ) ) . '/', ended( $content ), $found, PREG_SET_ORDER );
	foreach ( $found as $one ) {
		if ( ! is_escaped( $one ) ) {
			$own[] = (array) shortcode_parse_atts( $one[3] );
		}
	}
	return $own;
}

/** Whether a shortcode, as the expression of WordPress finds it, is an example: `[[news_article]]`. */
function is_escaped( array $found ): bool {
	return '[' === $found[1] && ']' === $found[6];
}

/** An element, and its script. Read elsewhere than on a page, there is only what stands in it. */
function element( array $attributes, string $inside ): string {
	if ( is_elsewhere() ) {
		return $inside;
	}
	enqueue_script( '' === ( $attributes['src'] ?? '' ) ? LATER : ENTRY );
	return tag( 'news-article', $attributes, $inside );
}

/** The attributes of an element that belongs to a post. */
function attributes( \WP_Post $post ): array {
	$settings = settings();
	$sections = wanted_sections();
	$comments = takes_comments( $post );
	if ( $comments && ! in_array( 'comments', $sections, true ) ) {
		$sections[] = 'comments';
	}
	$attributes = array(
		'lang'              => language( $post ),
		'sections'          => implode( ' ', $sections ),
		'share'             => $settings['share'] === defaults()['share'] ? '' : $settings['share'],
		'share-utm'         => $settings['share_utm'],
		'related-src'       => $settings['related'] ? related_source( $post ) : '',
		'comments-action'   => $comments ? comments_action() : '',
		'newsletter-action' => $settings['newsletter_action'],
		'site-src'          => $settings['site_src'],
	);
	/** The attributes of the element of a post. */
	return apply_filters( 'news_article_attributes', $attributes, $post );
}

/** Whether a section is among those of an element. */
function shows( string $section, string $sections ): bool {
	return in_array( $section, explode( ' ', $sections ), true );
}

/** Around the post's own content; `$more` stands over what the settings say. */
function around( \WP_Post $post, string $content, array $more = array() ): string {
	$attributes = array_filter( $more ) + attributes( $post );
	$sections   = $attributes['sections'] ?? '';
	if ( '' === $sections || ! is_page_of( $post ) ) {
		return $content; // Nothing is to be shown around it, nor in a list of posts.
	}
	if ( ! empty( $attributes['comments-action'] ) && shows( 'comments', $sections ) ) {
		has_comments( $post->ID, true );
	}
	if ( shows( 'reading-time', $sections ) ) {
		enqueue_style();
		$attributes['class'] = trim( 'news-article-room ' . ( $attributes['class'] ?? '' ) );
	}
	return element( $attributes, $content );
}

/** What another article shows besides the sections of the settings. */
const OF_AN_ARTICLE = 'breadcrumb title byline summary image tags';

/** Whether an author may show what is at an address: on this site, or on a host that the settings name. */
function is_allowed_source( string $src ): bool {
	$host = wp_parse_url( $src, PHP_URL_HOST );
	$own  = wp_parse_url( home_url(), PHP_URL_HOST );
	return null === $host ? str_starts_with( $src, '/' ) && ! preg_match( '#^[/\\\\]{2}#', $src ) : false !== $host && in_array( strtolower( $host ), array_merge( array( strtolower( (string) $own ) ), setting( 'hosts' ) ), true );
}

/** Another post, or an endpoint of an allowed host, from its JSON. */
function embedded( array $given, array $more = array() ): string {
	$post = empty( $given['post'] ) ? null : get_post( (int) $given['post'] );
	if ( $post && ! is_post_publicly_viewable( $post ) ) {
		return '';
	}
	$route = $post ? rest_get_route_for_post( $post ) : '';
	$src   = $post
		? ( '' === $route ? '' : add_query_arg( '_embed', 1, rest_url( $route ) ) )
		// As it will be printed: what is taken out then must not change the host after it was looked at.
		: esc_url_raw( $given['src'] ?? '', array( 'http', 'https' ) );
	if ( ! $post && ( '' === $src || ! is_allowed_source( $src ) ) ) {
		return '';
	}
	$to       = $post ? get_permalink( $post ) : $src;
	$fallback = sprintf( '<a href="%s">%s</a>', esc_url( $to ), esc_html( $post ? get_the_title( $post ) : __( 'Read the article', 'news-article' ) ) );
	if ( '' === $src ) {
		return $fallback; // A post of a type that REST does not know.
	}
	$settings = settings();
	return element(
		$more + array(
			'src'           => $src,
			'lang'              => language( $post ),
			'heading-level'     => '2',
			'loading'           => 'lazy',
			'sections'          => ( $given['sections'] ?? '' ) ?: trim( OF_AN_ARTICLE . ' ' . implode( ' ', wanted_sections() ) ),
			'share'             => ( $given['share'] ?? '' ) ?: $settings['share'],
			'share-utm'         => $settings['share_utm'],
			'newsletter-action' => $settings['newsletter_action'],
			'site-src'          => $settings['site_src'],
		),
		$fallback
	);
}

/** `[news_article]…[/news_article]` around HTML, `[news_article post="42"]` or `[news_article src="…"]` from JSON. */
function shortcode( $given, $content = '' ): string {
	$given = shortcode_atts(
		array(
			'post'     => '',
			'src'      => '',
			'sections' => '',
			'share'    => '',
		),
		$given,
		'news_article'
	);
	$given = array_merge( $given, array( 'sections' => words( $given['sections'] ), 'share' => words( $given['share'] ) ) );
	if ( $given['post'] || $given['src'] ) {
		return embedded( $given );
	}
	$post    = get_post();
	$content = whole( (string) $content );
	return $post && $content ? around( $post, do_shortcode( $content ), array( 'sections' => $given['sections'], 'share' => $given['share'] ) ) : '';
}

add_shortcode( 'news_article', __NAMESPACE__ . '\\shortcode' );

/** HTML without the halves of the paragraphs that the shortcode's two tags stood in: a browser ends the element there. */
function whole( string $html ): string {
	return force_balance_tags( preg_replace( '#^(?:\s|</p>|<br\s*/?>)+|(?:\s|<p>|<br\s*/?>)+$#i', '', $html ) ?? $html );
}

/** Ends each opening tag of the shortcode that another one follows: WordPress would take all up to the next end as its content. */
function ended( string $html ): string {
	$parts = preg_split( '#(\[/?news_article(?![\w-])[^\]]*\])#', $html, -1, PREG_SPLIT_DELIM_CAPTURE );
	$last  = null;
	for ( $at = 1; isset( $parts[ $at ] ); $at += 2 ) {
		if ( str_ends_with( $parts[ $at - 1 ], '[' ) || str_starts_with( $parts[ $at + 1 ], ']' ) ) {
			continue;
		}
		$is_open = ! str_starts_with( $parts[ $at ], '[/' );
		if ( $is_open && null !== $last ) {
			$parts[ $last ] = substr( $parts[ $last ], 0, -1 ) . ' /]';
		}
		$last = $is_open && ! str_ends_with( $parts[ $at ], '/]' ) ? $at : null;
	}
	return implode( '', $parts );
}

/** Puts the two tags of the shortcode on lines of their own, so that they are never in the middle of a paragraph. */
function on_lines( $content ) {
	if ( ! is_string( $content ) || ! str_contains( $content, '[/news_article]' ) ) {
		return $content;
	}
	return preg_replace_callback(
		'/' . get_shortcode_regex( array( 'news_article' ) ) . '/',
		function ( $found ) {
			[ $all, $before, $name, $given, , $inside, $after ] = $found;
			return is_escaped( $found ) || '' === $inside ? $all : "$before\n\n[$name$given]\n\n$inside\n\n[/$name]\n\n$after";
		},
		ended( $content )
	);
}

// Before blocks are rendered (9) and paragraphs are made (10).
foreach ( array( 'the_content', 'widget_text_content' ) as $filter ) {
	add_filter( $filter, __NAMESPACE__ . '\\on_lines', 8 );
}
