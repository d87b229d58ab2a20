<?php
/**
 * Site Health: whether the WebAssembly comes with its type and compressed, and whether the site's policy lets it run.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

add_filter(
	'site_status_tests',
	function ( $tests ) {
		$tests['direct']['news_article'] = array(
			'label' => __( 'News article', 'news-article' ),
			'test'  => __NAMESPACE__ . '\\health',
		);
		return $tests;
	}
);

/** What is amiss, as sentences. */
function ailments(): array {
	$ailments = array();
	$file     = wp_safe_remote_head( asset( 'news-article_bg.wasm' ), array( 'timeout' => 5, 'headers' => array( 'Accept-Encoding' => 'br, gzip' ), 'decompress' => false ) );
	if ( is_wp_error( $file ) || 200 !== wp_remote_retrieve_response_code( $file ) ) {
		$told = is_wp_error( $file ) ? $file->get_error_message() : (string) wp_remote_retrieve_response_code( $file );
		/* translators: %s: an error message, or a status. */
		$ailments[] = sprintf( __( 'The WebAssembly could not be asked for: %s', 'news-article' ), $told );
	} else {
		$type = (string) wp_remote_retrieve_header( $file, 'content-type' );
		if ( ! str_starts_with( $type, 'application/wasm' ) ) {
			/* translators: %s: a type of files. */
			$ailments[] = sprintf( __( 'The WebAssembly is sent as “%s”: browsers compile it while it comes only as “application/wasm”.', 'news-article' ), $type );
		}
		if ( '' === (string) wp_remote_retrieve_header( $file, 'content-encoding' ) ) {
			$ailments[] = __( 'The WebAssembly is sent without compression: it is two to three times as large.', 'news-article' );
		}
	}
	$page   = wp_remote_get( home_url( '/' ), array( 'timeout' => 5 ) );
	$policy = is_wp_error( $page ) ? '' : implode( ',', (array) wp_remote_retrieve_header( $page, 'content-security-policy' ) );
	if ( forbids_wasm( $policy ) ) {
		$ailments[] = __( 'The site’s policy (Content-Security-Policy) does not allow WebAssembly: script-src needs “wasm-unsafe-eval”. Readers see the links and the reading time, without more.', 'news-article' );
	}
	return $ailments;
}

/** Whether a policy lets no WebAssembly be compiled: each of its parts, between commas, must. */
function forbids_wasm( string $policies ): bool {
	foreach ( explode( ',', strtolower( $policies ) ) as $policy ) {
		if ( preg_match( '/(?:^|;)\s*script-src\s([^;]*)/', $policy, $found ) || preg_match( '/(?:^|;)\s*default-src\s([^;]*)/', $policy, $found ) ) {
			if ( ! preg_match( "/'(wasm-)?unsafe-eval'/", $found[1] ) ) {
				return true;
			}
		}
	}
	return false;
}

/** The result, as Site Health wants it. */
function health(): array {
	$ailments = ailments();
	$said     = $ailments ?: array( __( 'Type, compression and the site’s policy let the sections work.', 'news-article' ) );
	return array(
		'label'       => $ailments ? __( 'The files of News article could be served better', 'news-article' ) : __( 'The files of News article are served as they should be', 'news-article' ),
		'status'      => $ailments ? 'recommended' : 'good',
		'badge'       => array( 'label' => __( 'Performance', 'news-article' ), 'color' => 'blue' ),
		'description' => implode( '', array_map( fn( $one ) => '<p>' . esc_html( $one ) . '</p>', $said ) ),
		'actions'     => '',
		'test'        => 'news_article',
	);
}
