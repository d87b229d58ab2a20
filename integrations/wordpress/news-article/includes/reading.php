<?php
/**
 * How long a text takes to read: the words, characters, pictures and speeds of the element's own count
 * (`src/text/reading_time.rs`), so that what the server says is what the element says after it.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** Elements whose content nobody reads as text, or that stands beside the article. */
const UNREAD = 'script style textarea title xmp plaintext noembed noframes template svg annotation annotation-xml object applet form select button noscript head canvas datalist map nav aside dialog audio video h1';
/** Elements that stand in a line of text: a word may go on across their tags. */
const INLINE = 'a b strong i em span font small big time ins u label output data ruby picture nobr math bdo bdi acronym abbr var dfn code kbd samp tt mark sub sup del s strike q cite';
/** Elements without an end tag. */
const VOID = 'area base br col embed hr img input link meta param source track wbr';

/** One of the tables that are written from the Rust. */
function data( string $name ): array {
	static $tables = array();
	return $tables[ $name ] ??= require dirname( __DIR__ ) . "/data/$name.php";
}

/** Whether a word is in a list with spaces between. */
function is_among( string $word, string $list ): bool {
	return str_contains( " $list ", " $word " );
}

/** The language of a tag: `fr` of `fr-MA`. */
function primary( string $tag ): string {
	return strtolower( preg_split( '/[-_]/', trim( $tag ) )[0] );
}

/** What there is to read in a piece of text: words, and characters of scripts without spaces. */
function count_text( string $text, array $tally ): array {
	$of    = data( 'reading' )['classes'];
	$alone = $of['han'] . $of['kana'] . $of['unspaced'];
	$ends  = $of['gap'] . $alone;
	// A word begins with a letter, and goes on through marks and signs to what ends it.
	$tally['words'] += (int) preg_match_all( "/[^$ends{$of['mark']}{$of['sign']}][^$ends]*+/u", $text );
	foreach ( array( 'han', 'kana', 'unspaced' ) as $class ) {
		$tally[ $class ] += (int) preg_match_all( "/[{$of[ $class ]}]/u", $text );
	}
	return $tally;
}

/** An empty count: words, characters by kind, seconds of pictures and the like, and how many pictures. */
function tally(): array {
	return array( 'words' => 0, 'han' => 0, 'kana' => 0, 'unspaced' => 0, 'seconds' => 0, 'images' => 0, 'text' => '' );
}

/** A picture: 12 seconds for the first, one less for each that follows, never less than 3. */
function count_image( array $tally ): array {
	$tally['seconds'] += max( 3, 12 - $tally['images']++ );
	return $tally;
}

/** The value of an attribute, as it stands in a tag; null where there is none. */
function attribute( string $tag, string $name ): ?string {
	// One after the other: a name that stands in another one's value is no attribute.
	preg_match_all( '/(?<=[\s\/"\'])([^\s=>\/"\']+)(?:\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|([^\s>]*)))?/', $tag, $all, PREG_SET_ORDER );
	foreach ( $all as $found ) {
		if ( 0 === strcasecmp( $found[1], $name ) ) {
			return html_entity_decode( implode( '', array_slice( $found, 2 ) ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		}
	}
	return null;
}

/** Counts what a picture is: one to look at, a sign in a line, or nothing. */
function count_tag_of_image( string $tag, array $tally, string &$line ): array {
	$number = fn( $name ) => preg_match( '/^\s*(\d+)/', attribute( $tag, $name ) ?? '', $found ) ? (int) $found[1] : null;
	$class  = ' ' . ( attribute( $tag, 'class' ) ?? '' ) . ' ';
	$size   = array( $number( 'width' ), $number( 'height' ) );
	$known  = null !== $size[0] && null !== $size[1];
	$late   = attribute( $tag, 'data-src' ) ?? '';
	$set    = ( attribute( $tag, 'srcset' ) ?? '' ) . ( attribute( $tag, 'data-srcset' ) ?? '' );
	if ( preg_match( '/ (emoji|wp-smiley) /', $class ) ) {
		$line .= attribute( $tag, 'alt' ) ?? '';
	} elseif ( $known && max( $size ) < 2 ) {
		return $tally;
	} elseif ( $known && max( $size ) <= 32 && '' === $set . $late ) {
		$line .= ' ' . ( attribute( $tag, 'alt' ) ?? '' ) . ' ';
	} elseif ( '' !== ( attribute( $tag, 'src' ) ?? '' ) . $late . $set ) {
		return count_image( $tally );
	}
	return $tally;
}

/** What there is to read in a piece of HTML. */
function count_html( string $html ): array {
	$tally  = tally();
	$line   = '';
	$tables = array();
	$code   = null; // text of a listing
	$skip   = array(); // open elements, from one whose content is not read
	$quotes = 0;
	$flush  = function () use ( &$tally, &$line ) {
		if ( '' !== $line ) {
			// An address alone on its line stands for a player or a post.
			$is_address = preg_match( '#^\s*https?://\S+\s*$#', $line );
			$tally      = $is_address ? $tally : count_text( $line, $tally );
			if ( strlen( $tally['text'] ) < 20000 ) {
				$tally['text'] .= " $line";
			}
			$line = '';
		}
	};
	$tokens = preg_split( '/(<!--.*?-->|<\/?[a-z](?:"[^"]*+"|\'[^\']*+\'|[^>"\'])*+>)/is', $html, -1, PREG_SPLIT_DELIM_CAPTURE );
	foreach ( $tokens ?: array() as $at => $token ) {
		if ( 0 === $at % 2 ) {
			$text = $skip ? '' : html_entity_decode( $token, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
			if ( null !== $code ) {
				$code .= $text;
			} else {
				$line .= $text;
			}
			continue;
		}
		if ( ! preg_match( '#^<(/?)([a-z][a-z0-9-]*)#i', $token, $found ) ) {
			continue;
		}
		$name    = strtolower( $found[2] );
		$is_void = is_among( $name, VOID );
		if ( '/' === $found[1] ) {
			if ( $skip ) {
				$place = array_search( $name, array_reverse( $skip, true ), true );
				$skip  = false === $place ? $skip : array_slice( $skip, 0, $place );
				continue;
			}
			if ( 'pre' === $name && null !== $code ) {
				$tally['seconds'] += 2 * count( array_filter( explode( "\n", $code ), fn( $one ) => (bool) preg_match( '/[^\x00-\x20]/', $one ) ) );
				$code              = null;
			} elseif ( 'table' === $name && $tables ) {
				$cells             = array_pop( $tables );
				$tally['seconds'] += 1 === $cells ? 0 : intdiv( $cells + 1, 2 );
			}
			$quotes -= 'blockquote' === $name ? 1 : 0;
		} elseif ( $skip ) {
			if ( ! $is_void ) {
				$skip[] = $name;
			}
			continue;
		} else {
			$class    = ' ' . ( attribute( $token, 'class' ) ?? '' ) . ' ';
			$is_aside = is_among( $name, UNREAD ) || ( 'footer' === $name && $quotes < 1 ) || ( 'figure' === $name && str_contains( $class, ' wp-block-pullquote ' ) )
				|| null !== attribute( $token, 'hidden' ) || 'true' === attribute( $token, 'aria-hidden' );
			if ( $is_aside && ! $is_void ) {
				$skip[] = $name;
				// What plays takes as long as a picture, where nothing says how long.
				if ( 'audio' === $name || 'video' === $name ) {
					$tally = count_image( $tally );
				}
			} elseif ( 'img' === $name && ! $is_aside ) {
				$tally = count_tag_of_image( $token, $tally, $line );
			} elseif ( 'iframe' === $name ) {
				$flush();
				$tally  = count_text( attribute( $token, 'title' ) ?? '', $tally );
				$skip[] = $name;
			} elseif ( 'pre' === $name && ! str_contains( $class, ' wp-block-verse ' ) ) {
				$flush();
				$code = '';
				continue;
			} elseif ( 'table' === $name ) {
				$tables[] = 0;
			} elseif ( ( 'td' === $name || 'th' === $name ) && $tables ) {
				$tables[ count( $tables ) - 1 ] += max( 1, min( 50, (int) ( attribute( $token, 'colspan' ) ?? 1 ) ) );
			}
			$quotes += 'blockquote' === $name ? 1 : 0;
		}
		if ( ! is_among( $name, INLINE ) && ! ( 'img' === $name ) ) {
			$flush();
		}
	}
	$flush();
	return $tally;
}

/** The language that a text is read in: the page's, unless its letters are of another. */
function language_of( string $text, string $declared ): string {
	$scripts = data( 'reading' )['scripts'];
	$counts  = array();
	foreach ( $scripts as $script => $one ) {
		$weight            = is_among( $script, 'Han Kana Hangul' ) ? 2 : 1;
		$counts[ $script ] = $weight * (int) preg_match_all( "/[{$one['letters']}]/u", $text );
	}
	// One kana in ten makes a text Japanese.
	$both           = $counts['Han'] + $counts['Kana'];
	$main           = 10 * $counts['Kana'] >= $both ? 'Kana' : 'Han';
	$counts['Han']  = 0;
	$counts['Kana'] = 0;
	$counts         = array( $main => $both ) + $counts;
	arsort( $counts );
	$script = array_key_first( $counts );
	if ( 0 === $counts[ $script ] ) {
		return $declared;
	}
	$is_listed = is_among( primary( $declared ), $scripts[ $script ]['languages'] );
	if ( 'Latin' === $script ) {
		return '' !== primary( $declared ) && ( ! $is_listed || str_contains( strtolower( $declared ), 'latn' ) ) ? $declared : 'und';
	}
	return $is_listed ? $declared : ( $scripts[ $script ]['language'] ?: 'und' );
}

/** The minutes that something takes to read in a language, rounded up, at least one. */
function minutes( array $tally, string $language ): int {
	$data     = data( 'reading' );
	$primary  = primary( $language );
	$words    = $data['words'][ $primary ] ?? $data['usual'];
	$signs    = $tally['han'] + $tally['kana'];
	$japanese = 'ja' === $primary || ( $tally['kana'] > 0 && $tally['kana'] >= intdiv( $signs, 10 ) );
	$time     = fn( $count, $pace ) => intdiv( $count * 60000, $pace );
	$total    = $time( $tally['words'], $words ) + $time( $signs, $japanese ? $data['kana'] : $data['han'] )
		+ $time( $tally['unspaced'], $data['unspaced'] ) + $tally['seconds'] * 1000;
	return max( 1, intdiv( $total + 59999, 60000 ) );
}

/** The minutes of a post's title and content, by the page's language. */
function minutes_of( string $title, string $html, string $language ): int {
	$tally = count_html( $html );
	return minutes( $tally, language_of( $title . $tally['text'], $language ) );
}
