<?php
/**
 * What the newsroom has decided: one option.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

const OPTION = 'news_article';

/** Every setting, with its value where nothing was decided. */
function defaults(): array {
	return array(
		'around'            => true,
		'post_types'        => array( 'post' ),
		'sections'          => 'reading-time share related newsletter social',
		'share'             => 'native copy x facebook whatsapp telegram linkedin bluesky email',
		'share_place'       => 'after',
		'share_utm'         => '',
		'related'           => true,
		'comments'          => false,
		'site_src'          => '',
		'newsletter_action' => '',
		'assets'            => '',
		'hosts'             => array(),
	);
}

/** The settings as they stand. */
function settings(): array {
	$saved = get_option( OPTION );
	return array_merge( defaults(), is_array( $saved ) ? $saved : array() );
}

/** One setting. */
function setting( string $name ) {
	return settings()[ $name ];
}

/** Words of an attribute, or of boxes that were ticked: names in lower case, single spaces. */
function words( $value ): string {
	$text = is_array( $value ) ? implode( ' ', array_filter( $value, 'is_string' ) ) : (string) $value;
	preg_match_all( '/[a-z][a-z-]*/', strtolower( $text ), $found );
	return implode( ' ', array_unique( $found[0] ) );
}

/** A query string, pair by pair: sanitize_text_field() would take the octets of its values out. */
function campaign( $value ): string {
	$value = is_string( $value ) ? wp_check_invalid_utf8( $value, true ) : '';
	$pairs = array();
	foreach ( preg_split( '/[&\s]*&[&\s]*/', trim( $value, "?& \n\r\t" ), -1, PREG_SPLIT_NO_EMPTY ) as $pair ) {
		$pairs[] = implode( '=', array_map( fn( $word ) => rawurlencode( urldecode( $word ) ), explode( '=', $pair, 2 ) ) );
	}
	return implode( '&', $pairs );
}

/** Names of hosts, one a line. */
function hosts( $value ): array {
	$lines = preg_split( '/[\s,]+/', strtolower( is_array( $value ) ? implode( ' ', $value ) : (string) $value ) );
	return array_values( array_unique( preg_grep( '/^[a-z0-9-]+(\.[a-z0-9-]+)*$/', preg_replace( '#^https?://|/.*$#', '', $lines ) ) ) );
}

/** What is saved of a form that anybody may have filled in. */
function sanitize( $input ): array {
	$input = is_array( $input ) ? $input : array();
	$types = get_post_types( array( 'public' => true ) );
	$given = isset( $input['post_types'] ) ? (array) $input['post_types'] : array();
	return array(
		'around'            => ! empty( $input['around'] ),
		'post_types'        => array_values( array_intersect( $types, array_map( 'sanitize_key', $given ) ) ),
		// Without a box there is no section: what is empty means the usual ones.
		'sections'          => words( $input['sections'] ?? '' ) ?: 'none',
		// Without a box there is no button: an empty attribute would mean the usual ones.
		'share'             => implode( ' ', networks( words( $input['share'] ?? '' ) ) ) ?: 'none',
		'share_place'       => 'before' === ( $input['share_place'] ?? '' ) ? 'before' : 'after',
		'share_utm'         => campaign( $input['share_utm'] ?? '' ),
		'related'           => ! empty( $input['related'] ),
		'comments'          => ! empty( $input['comments'] ),
		'site_src'          => esc_url_raw( $input['site_src'] ?? '', array( 'http', 'https' ) ),
		'newsletter_action' => esc_url_raw( $input['newsletter_action'] ?? '', array( 'http', 'https' ) ),
		// Programs come from there: who may put in no script may name no place of one.
		'assets'            => current_user_can( 'unfiltered_html' ) ? esc_url_raw( $input['assets'] ?? '', array( 'http', 'https' ) ) : setting( 'assets' ),
		'hosts'             => hosts( $input['hosts'] ?? '' ),
	);
}
