<?php
/**
 * Links that share an article: the element's own table of networks (`src/share.rs`), without a script.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** As much of a title as there is room for, cut at a word; what is not Latin, Greek, Arabic and the like counts twice. */
function fitted( string $title, int $room ): string {
	$signs  = preg_split( '//u', $title, -1, PREG_SPLIT_NO_EMPTY ) ?: array();
	$weight = fn( $sign ) => strlen( $sign ) > 2 ? 2 : 1;
	if ( array_sum( array_map( $weight, $signs ) ) <= $room ) {
		return $title;
	}
	$kept = '';
	foreach ( $signs as $sign ) {
		$room -= $weight( $sign );
		if ( $room < 2 ) {
			break;
		}
		$kept .= $sign;
	}
	$at_word = preg_replace( '/\s+\S*$/u', '', $kept );
	return ( '' === $at_word ? $kept : $at_word ) . '…';
}

/** The address with the campaign's query, before its fragment. */
function with_campaign( string $url, string $query ): string {
	if ( '' === $query ) {
		return $url;
	}
	[ $address, $fragment ] = array_pad( explode( '#', $url, 2 ), 2, null );
	$between                = ! str_contains( $address, '?' ) ? '?' : ( preg_match( '/[?&]$/', $address ) ? '' : '&' );
	return $address . $between . $query . ( null === $fragment ? '' : "#$fragment" );
}

/** Where a network takes an article; null where it needs a script. */
function share_address( string $network, string $url, string $title, string $image = '' ): ?string {
	$row = data( 'share' )['networks'][ $network ] ?? array();
	if ( ! isset( $row['link'] ) ) {
		return null;
	}
	if ( isset( $row['limit'] ) ) {
		$taken = 'bluesky' === $network ? 1 + (int) preg_match_all( '/./us', $url ) : 0;
		$title = $row['limit'] > $taken ? fitted( $title, $row['limit'] - $taken ) : '';
	}
	// A line break in a subject would begin a header of its own.
	$title = trim( preg_replace( '/[\x00-\x1f\x7f]+/', ' ', $title ) );
	if ( '' === $title ) {
		$row['link'] = preg_replace( '/\{title\}(?:%[0-9A-F]{2})*(?=\{url\})/', '', $row['link'] );
	}
	return strtr( $row['link'], array( '{url}' => rawurlencode( $url ), '{title}' => rawurlencode( $title ), '{image}' => rawurlencode( $image ) ) );
}

/** The networks of the settings, or of an attribute. */
function networks( string $list ): array {
	$all = data( 'share' )['networks'];
	return array_values( array_filter( explode( ' ', $list ), fn( $name ) => isset( $all[ $name ] ) ) );
}

/** The networks of the settings, as the attribute of the element has them. */
function shared_on(): string {
	return setting( 'share' ) ?: defaults()['share'];
}

/** What a network is called, where a reader chooses it. */
function network_name( string $network, string $language ): string {
	$row = data( 'share' )['networks'][ $network ];
	return $row['brand'] ?? words_in( $language )[ $row['words'] ] ?? $network;
}

/** The links, as HTML. */
function share_links( string $networks, string $url, string $title, string $image, string $language ): string {
	$words = words_in( $language );
	$items = '';
	foreach ( networks( $networks ) as $network ) {
		$address = share_address( $network, $url, $title, $image );
		if ( null === $address ) {
			continue;
		}
		$name   = network_name( $network, $language );
		$brand  = isset( data( 'share' )['networks'][ $network ]['brand'] );
		$label  = $brand ? str_replace( '{network}', $name, $words['shareOn'] ) : $name;
		$opens  = str_starts_with( $address, 'https:' ) ? ' target="_blank"' : '';
		$items .= sprintf(
			'<li><a href="%s" rel="noopener noreferrer nofollow"%s aria-label="%s">%s</a></li>',
			esc_url( $address, array( 'https', 'mailto', 'sms', 'viber' ) ),
			$opens,
			esc_attr( $label ),
			esc_html( $name )
		);
	}
	return '' === $items ? '' : sprintf( '<p>%s</p><ul role="list">%s</ul>', esc_html( $words['share'] ), $items );
}
