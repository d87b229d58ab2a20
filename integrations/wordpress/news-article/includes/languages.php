<?php
/**
 * The plugin's own words in French, for every French locale. (A file of translations is for one: fr_FR is not fr_BE.)
 * A translation that is installed stands over them.
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
