<?php
/**
 * Where the parts are printed: before and after the content of the page's post, and of nothing else that is filtered like one.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/**
 * Blocks as they are written, with what the template parts, patterns and synced patterns in them hold, at whatever depth.
 */
function with_inner_blocks( string $blocks, int $depth = 0 ): string {
	preg_match_all( '/<!-- wp:(template-part|pattern|block) (\{.*?\}) /', $blocks, $found, PREG_SET_ORDER );
	// What holds itself ends somewhere.
	foreach ( $depth < 6 ? $found : array() as [ , $kind, $json ] ) {
		$given = json_decode( $json, true );
		$slug  = (string) ( $given['slug'] ?? '' );
		if ( 'template-part' === $kind ) {
			$inner = '' === $slug ? null : get_block_template( ( $given['theme'] ?? get_stylesheet() ) . "//$slug", 'wp_template_part' );
			$inner = $inner->content ?? '';
		} elseif ( 'pattern' === $kind ) {
			$inner = \WP_Block_Patterns_Registry::get_instance()->get_registered( $slug )['content'] ?? '';
		} else {
			$inner = get_post( (int) ( $given['ref'] ?? 0 ) )->post_content ?? '';
		}
		$blocks .= with_inner_blocks( (string) $inner, $depth + 1 );
	}
	return $blocks;
}

/** Whether the block of a part stands in the template of the page: it is not printed once more then. */
function is_in_template( string $name ): bool {
	static $text = null;
	$text      ??= with_inner_blocks( (string) ( $GLOBALS['_wp_current_template_content'] ?? '' ) );
	return str_contains( $text, "wp:news-article/$name " );
}

/**
 * Whether the text that is being filtered began as the page's own. Themes, widgets and shortcodes send other texts through
 * `the_content` too, in the middle of the loop and of one another: whoever begins one says what it is, and whoever ends it
 * asks.
 */
function is_own_text( ?bool $now = null ): bool {
	static $texts = array();
	if ( null !== $now ) {
		$texts[] = $now;
		return $now;
	}
	return (bool) array_pop( $texts );
}

/** Whether a text, which nobody has changed yet, is that of the page's post, or the page of it that is shown. */
function is_text_of_page( string $text ): bool {
	$post = get_post();
	if ( ! is_page_of( $post ) || ! in_the_loop() || ! is_main_query() || ! has_parts( $post ) ) {
		return false;
	}
	// As the block of the content writes it, which may put links to the other pages of a post behind it.
	$plain = fn( $one ) => str_replace( ']]>', ']]&gt;', $one );
	foreach ( array( get_the_content(), get_the_content( null, true ), $post->post_content ) as $own ) {
		if ( '' === trim( $own ) ? '' === trim( $text ) : str_starts_with( $plain( $text ), $plain( $own ) ) ) {
			return true;
		}
	}
	return false;
}

add_filter(
	'the_content',
	function ( $content ) {
		is_own_text( is_text_of_page( (string) $content ) );
		return $content;
	},
	PHP_INT_MIN
);

add_filter(
	'the_content',
	function ( $content ) {
		if ( ! is_own_text() ) {
			return $content;
		}
		$post = get_queried_object();
		// An element may have come from a synced pattern, or from another plugin.
		if ( preg_match( '/<news-article[\s>]/i', $content ) ) {
			return $content;
		}
		remember_reading_time( $post, $content );
		$around = array( 'before' => '', 'after' => '' );
		foreach ( parts() as $name => $part ) {
			$is_there = is_in_template( $name ) || is_printed( $post->ID, "block $name" ) || str_contains( $content, "<news-$name" );
			if ( is_wanted( $name ) && ! $is_there ) {
				$around[ $part['place'] ] .= part( $name, $post, array( 'class' => "is-{$part['place']}" ) );
			}
		}
		return $around['before'] . $content . $around['after'];
	},
	// After everything that makes HTML of the content: paragraphs, shortcodes, embeds.
	99
);

// A block theme's content has no id: it gets one that the parts name, unless it has its own.
add_filter(
	'render_block_core/post-content',
	function ( $html, $block, $instance ) {
		$post = get_post( $instance->context['postId'] ?? null );
		if ( ! is_page_of( $post ) || ! preg_match( '/^\s*<[a-z][^>]*>/i', $html, $tag ) ) {
			return $html;
		}
		$own = attribute( $tag[0], 'id' );
		if ( null !== $own ) {
			return str_replace( sprintf( ' for="%s"', content_id( $post->ID ) ), sprintf( ' for="%s"', esc_attr( $own ) ), $html );
		}
		return preg_replace( '/^(\s*<[a-z][a-z0-9-]*)/i', sprintf( '$1 id="%s"', content_id( $post->ID ) ), $html, 1 );
	},
	10,
	3
);
