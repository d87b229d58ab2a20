<?php
/**
 * The interface's own words, as the element has them, in the language of the page.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** The words of a language; English ones where it has none, as in the element. */
function words_in( string $language ): array {
	$all = data( 'words' );
	return $all[ primary( $language ) ] ?? $all['en'];
}

/** The tag of the language that the words are in. */
function language_in( string $language ): string {
	return isset( data( 'words' )[ primary( $language ) ] ) ? $language : 'en';
}

/** The plural form of a count: CLDR's rules for whole numbers, as the browser's `Intl.PluralRules` has them. */
function plural_form( string $language, int $count ): string {
	$ten     = $count % 10;
	$hundred = $count % 100;
	switch ( primary( $language ) ) {
		case 'ja':
		case 'zh':
			return 'other';
		case 'fr':
		case 'pt':
		case 'fa':
			return $count < 2 ? 'one' : 'other';
		case 'he':
			return array( 1 => 'one', 2 => 'two' )[ $count ] ?? 'other';
		case 'ar':
			$small = array( 'zero', 'one', 'two' )[ $count ] ?? null;
			return $small ?? ( $hundred >= 3 && $hundred <= 10 ? 'few' : ( $hundred >= 11 ? 'many' : 'other' ) );
		case 'ru':
		case 'pl':
			$is_one = 'pl' === primary( $language ) ? 1 === $count : 1 === $ten && 11 !== $hundred;
			return $is_one ? 'one' : ( $ten >= 2 && $ten <= 4 && ( $hundred < 12 || $hundred > 14 ) ? 'few' : 'many' );
		default:
			return 1 === $count ? 'one' : 'other';
	}
}

/** A whole number in the digits of the language, as the browser's `Intl.NumberFormat` writes one below a thousand. */
function number_in( string $language, int $number ): string {
	$arabic = array( 'ar-eg', 'ar-sa', 'ar-iq', 'ar-jo', 'ar-kw', 'ar-lb', 'ar-om', 'ar-qa', 'ar-sd', 'ar-sy', 'ar-ye', 'ar-bh', 'ar-ps' );
	$tag    = strtolower( str_replace( '_', '-', $language ) );
	$digits = 'fa' === primary( $tag ) ? '۰۱۲۳۴۵۶۷۸۹' : ( in_array( $tag, $arabic, true ) ? '٠١٢٣٤٥٦٧٨٩' : '0123456789' );
	return preg_replace_callback( '/\d/', fn( $found ) => preg_split( '//u', $digits, -1, PREG_SPLIT_NO_EMPTY )[ (int) $found[0] ], (string) $number );
}

/** The sentence with the minutes. */
function reading_time_text( int $minutes, string $language ): string {
	$forms = words_in( $language )['readingTime'];
	$form  = $forms[ plural_form( language_in( $language ), $minutes ) ] ?? $forms['other'];
	return str_replace( '{count}', number_in( language_in( $language ), $minutes ), $form );
}
