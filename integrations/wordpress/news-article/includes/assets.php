<?php
/**
 * The element's own files: a module with its hash, and the others named beside it, so that they come at once and are
 * pinned too.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** The address of one of the files. */
function asset( string $name ): string {
	$elsewhere = setting( 'assets' );
	return '' === $elsewhere ? plugins_url( "assets/$name", FILE ) : trailingslashit( $elsewhere ) . $name;
}

/** The hash of one of the files; empty where it is not known. */
function integrity( string $name ): string {
	static $hashes;
	if ( null === $hashes ) {
		$file   = plugin_dir_path( FILE ) . 'assets/sri.json';
		$hashes = is_readable( $file ) ? json_decode( file_get_contents( $file ), true ) : array();
	}
	return $hashes[ $name ] ?? '';
}

/** Attributes that pin a file. */
function pinned( string $name ): string {
	$hash = integrity( $name );
	return '' === $hash ? '' : sprintf( ' integrity="%s"', esc_attr( $hash ) );
}

/** Whether the page that is being made has the element: once it does, the files are printed. */
function wanted( ?bool $now = null ): bool {
	static $wanted = false;
	$wanted = $now ?? $wanted;
	return $wanted;
}

/** Prints the files' links, once. */
function print_assets( bool $preload ): void {
	static $printed = false;
	if ( $printed ) {
		return;
	}
	$printed = true;
	if ( $preload ) {
		foreach ( array( 'news-article_glue.js', 'news-article_page.js' ) as $name ) {
			printf( '<link rel="modulepreload" href="%s"%s>' . "\n", esc_url( asset( $name ) ), pinned( $name ) ); // phpcs:ignore WordPress.Security.EscapeOutput -- pinned() escapes.
		}
		foreach ( array( 'news-article_bg.wasm', 'news-article_formats.wasm', 'news-article_markup.wasm' ) as $name ) {
			printf( '<link rel="preload" as="fetch" crossorigin href="%s">' . "\n", esc_url( asset( $name ) ) );
		}
		// The room of the reading time, until it stands there.
		echo '<style>news-article{display:block}.news-article-room:not(:state(ready))::before{content:"";display:block;block-size:2.75rem}</style>', "\n";
	}
	printf(
		'<script type="module" src="%s"%s crossorigin></script>' . "\n",
		esc_url( asset( 'news-article.js' ) ),
		pinned( 'news-article.js' ) // phpcs:ignore WordPress.Security.EscapeOutput -- pinned() escapes.
	);
}

add_action(
	'wp_head',
	function () {
		if ( has_element( get_queried_object() ) ) {
			print_assets( true );
		}
	}
);

// A shortcode in a widget, or in a list of posts, is only known by then.
add_action(
	'wp_footer',
	function () {
		if ( wanted() ) {
			print_assets( false );
		}
	}
);
