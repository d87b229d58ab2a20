<?php
/**
 * The element's own files: a module with its hash, and the others named beside it, so that they come at once and are
 * pinned too. A shortcode in a widget, or in a list of posts, is known late: its script comes in the footer.
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
		$hashes = is_readable( $file ) ? json_decode( file_get_contents( $file ), true ) : array();
	}
	return $hashes[ $name ] ?? '';
}

/** The room of the reading time, until it stands there. */
const ROOM = 'news-article{display:block}.news-article-room:not(:state(ready))::before{content:"";display:block;block-size:2.75rem}';

/** Has the script come with the page. */
function enqueue_script(): void {
	// No version: the element's other files are named by its address alone, and each is to be fetched once.
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( 'news-article', asset( 'news-article.js' ), array(), null );
	} else {
		wp_enqueue_script( 'news-article', asset( 'news-article.js' ), array(), null ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters -- as above.
	}
}

/** Has the room come with the page. */
function enqueue_room(): void {
	if ( wp_register_style( 'news-article', false, array(), VERSION ) ) {
		wp_add_inline_style( 'news-article', ROOM );
	}
	wp_enqueue_style( 'news-article' );
}

// Before WordPress 6.5 there are no modules: a script's tag is made one.
add_filter(
	'script_loader_tag',
	fn( $tag, $handle ) => 'news-article' === $handle
		? wp_get_script_tag( array( 'id' => 'news-article-js-module', 'type' => 'module', 'src' => asset( 'news-article.js' ) ) )
		: $tag,
	10,
	2
);

add_filter(
	'wp_script_attributes',
	function ( $attributes ) {
		$hash = integrity( 'news-article.js' );
		if ( 'news-article-js-module' === ( $attributes['id'] ?? '' ) && '' !== $hash ) {
			$attributes += array( 'integrity' => $hash, 'crossorigin' => 'anonymous' );
		}
		return $attributes;
	}
);

add_action(
	'wp_enqueue_scripts',
	function () {
		$post = get_queried_object();
		foreach ( elements( $post ) as $given ) {
			enqueue_script();
			if ( is_inside( $given ) && shows( 'reading-time', words( $given['sections'] ?? '' ) ?: attributes( $post )['sections'] ?? '' ) ) {
				enqueue_room();
			}
		}
	}
);

/** Whether the page's own HTML is an article: another one is fetched when the reader comes near, and nothing before. */
function reads_page(): bool {
	return (bool) array_filter( elements( get_queried_object() ), __NAMESPACE__ . '\\is_inside' );
}

add_action(
	'wp_head',
	function () {
		if ( reads_page() ) {
			foreach ( array( 'news-article_bg.wasm', 'news-article_formats.wasm', 'news-article_markup.wasm' ) as $name ) {
				printf( '<link rel="preload" as="fetch" crossorigin href="%s">' . "\n", esc_url( asset( $name ) ) );
			}
		}
	}
);

/** Names the other modules, each with its hash. */
function print_modules(): void {
	foreach ( reads_page() ? array( 'news-article_glue.js', 'news-article_page.js' ) : array() as $name ) {
		$hash   = integrity( $name );
		$pinned = '' === $hash ? '' : sprintf( ' integrity="%s"', esc_attr( $hash ) );
		printf( '<link rel="modulepreload" href="%s"%s>' . "\n", esc_url( asset( $name ) ), $pinned ); // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above.
	}
}

// After the import map of WordPress' own modules, which many browsers pass over once a module was asked for.
add_action(
	'wp',
	function () {
		$is_late = function_exists( 'wp_enqueue_script_module' ) && ! wp_is_block_theme();
		add_action( $is_late ? 'wp_footer' : 'wp_head', __NAMESPACE__ . '\\print_modules', 11 );
	}
);
