<?php
/**
 * Languages: that of a post, and the plugin's own words in French, for every French locale. (A file of translations is for
 * one: fr_FR is not fr_BE.) A translation that is installed stands over them.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

add_filter(
	'gettext_news-article',
	function ( $said, $text ) {
		static $french;
		if ( $said !== $text || 'fr' !== primary( determine_locale() ) ) {
			return $said;
		}
		$french ??= require dirname( __DIR__ ) . '/languages/fr.php';
		return $french[ $text ] ?? $said;
	},
	10,
	2
);

/**
 * The language of a post: its own where a plugin for several languages knows it (Polylang, WPML), else the one in which such
 * a plugin shows the page, else the site's.
 */
function language( ?\WP_Post $post ): string {
	$language = $post && function_exists( 'pll_get_post_language' ) ? (string) pll_get_post_language( $post->ID, 'locale' ) : '';
	if ( '' === $language && $post && has_filter( 'wpml_post_language_details' ) ) {
		$details  = apply_filters( 'wpml_post_language_details', null, $post->ID ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WPML's.
		$language = is_array( $details ) ? (string) ( $details['locale'] ?? '' ) : '';
	}
	if ( '' === $language && function_exists( 'pll_current_language' ) ) {
		$language = (string) pll_current_language( 'locale' );
	}
	if ( '' === $language && has_filter( 'wpml_current_language' ) ) {
		$language = (string) apply_filters( 'wpml_current_language', null ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WPML's.
	}
	// Readers' language: in the editor WordPress' own answer is that of whoever writes.
	$site = fn() => is_admin() || wp_is_json_request() ? get_locale() : get_bloginfo( 'language' );
	// WPML says `all` where it shows every language.
	return str_replace( '_', '-', in_array( $language, array( '', 'all' ), true ) ? $site() : $language );
}
