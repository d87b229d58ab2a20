<?php
/**
 * The element's own files: a module with its hash, on the pages that have an element, and a few rules for the parts. Nothing
 * is asked for ahead: where the article is in the page, readers wait for nothing of this, and it comes when the page has loaded.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** Where the files are in the plugin: a browser that has those of another version would find that no hash is theirs. */
const ASSETS = 'assets/' . VERSION;

/** The address of one of the files. */
function asset( string $name ): string {
	$elsewhere = setting( 'assets' );
	return '' === $elsewhere ? plugins_url( ASSETS . "/$name", FILE ) : trailingslashit( $elsewhere ) . $name;
}

/** The hash of one of the files; empty where it is not known. */
function integrity( string $name ): string {
	static $hashes;
	if ( null === $hashes ) {
		$file   = plugin_dir_path( FILE ) . ASSETS . '/sri.json';
		$hashes = is_readable( $file ) ? json_decode( file_get_contents( $file ), true ) : array(); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a local file.
	}
	return $hashes[ $name ] ?? '';
}

/** The parts, whatever the theme does with lists; the place of the reading time is kept. */
const STYLE = '.news-article-part{display:flow-root}.news-article-part:not(.is-reading-time){clear:both}.news-article-part.is-reading-time{min-block-size:2.75rem}'
	. '.news-article-part.is-before{padding-block-end:1.5rem}.news-article-part p{margin-block:.5em}.news-article-part ul{margin:.5em 0;padding:0;list-style:none}.news-article-part.is-share ul{display:flex;flex-wrap:wrap;gap:.5em 1em}'
	// Of the text's colour, as what the element makes of them: a theme's links may be fainter than can be read.
	. '.news-article-part.is-share a,.news-article-part.is-related a{display:inline-block;padding-block:.25em;color:inherit}'
	// An element around HTML, which the block and the shortcode make.
	. 'news-article{display:block}.news-article-room:not(:state(ready))::before{content:"";display:block;block-size:2.75rem}';

/**
 * The first block of a block theme's content has no margin before it, and is still the first one where a part stands
 * before it. Until WordPress 6.6 that margin is the container's own, by collapsing, and the block keeps it.
 */
const FIRST = '.wp-block-post-content:where(.is-layout-constrained,.is-layout-flow)>.is-before+:not(.news-article-part){margin-block-start:0}';

/** The modules that a page may begin with: the one for an article that is in the page, and the one for JSON. */
const LATER = 'news-article-later';
const ENTRY = 'news-article';

/** Has a script come with the page. */
function enqueue_script( string $name = LATER ): void {
	if ( is_elsewhere() ) {
		return;
	}
	// No version: the element's other files are named by its address alone, and each is to be fetched once.
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( $name, asset( "$name.js" ), array(), null );
	} else {
		wp_enqueue_script( $name, asset( "$name.js" ), array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters -- as above.
	}
	enqueue_style();
}

/** Has the rules come with the page. */
function enqueue_style(): void {
	if ( wp_register_style( 'news-article', false, array(), VERSION ) ) {
		wp_add_inline_style( 'news-article', STYLE . ( is_wp_version_compatible( '6.6' ) ? FIRST : '' ) );
	}
	wp_enqueue_style( 'news-article' );
}

// Before WordPress 6.5 there are no modules: a script's tag is made one.
add_filter(
	'script_loader_tag',
	fn( $tag, $handle ) => in_array( $handle, array( LATER, ENTRY ), true )
		? wp_get_script_tag( array( 'id' => "$handle-js-module", 'type' => 'module', 'src' => asset( "$handle.js" ) ) )
		: $tag,
	10,
	2
);

add_filter(
	'wp_script_attributes',
	function ( $attributes ) {
		foreach ( array( LATER, ENTRY ) as $name ) {
			if ( "$name-js-module" !== ( $attributes['id'] ?? '' ) ) {
				continue;
			}
			if ( LATER === $name ) {
				$attributes['fetchpriority'] = 'low';
			}
			$hash = integrity( "$name.js" );
			if ( '' !== $hash ) {
				$attributes += array( 'integrity' => $hash, 'crossorigin' => 'anonymous' );
			}
		}
		return $attributes;
	}
);

// In the head, where the page is known to have parts. (What a shortcode in a widget makes is known late: its rules come
// in the footer.)
add_action(
	'wp_enqueue_scripts',
	function () {
		$post = get_queried_object();
		if ( is_singular() && ( has_parts( $post ) || elements( $post ) ) ) {
			enqueue_style();
		}
	}
);
