<?php
/**
 * What the newsroom has decided: one option, one page under Settings.
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
		'share_utm'         => '',
		'related'           => true,
		'comments'          => false,
		'site_src'          => '',
		'newsletter_action' => '',
		'assets'            => '',
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

/** Words of an attribute: names in lower case, single spaces. */
function words( $value ): string {
	preg_match_all( '/[a-z][a-z-]*/', strtolower( (string) $value ), $found );
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

/** What is saved of a form that anybody may have filled in. */
function sanitize( $input ): array {
	$input = is_array( $input ) ? $input : array();
	$types = get_post_types( array( 'public' => true ) );
	$given = isset( $input['post_types'] ) ? (array) $input['post_types'] : array();
	return array(
		'around'            => ! empty( $input['around'] ),
		'post_types'        => array_values( array_intersect( $types, array_map( 'sanitize_key', $given ) ) ),
		'sections'          => words( $input['sections'] ?? '' ),
		'share'             => words( $input['share'] ?? '' ),
		'share_utm'         => campaign( $input['share_utm'] ?? '' ),
		'related'           => ! empty( $input['related'] ),
		'comments'          => ! empty( $input['comments'] ),
		'site_src'          => esc_url_raw( $input['site_src'] ?? '', array( 'http', 'https' ) ),
		'newsletter_action' => esc_url_raw( $input['newsletter_action'] ?? '', array( 'http', 'https' ) ),
		'assets'            => esc_url_raw( $input['assets'] ?? '', array( 'http', 'https' ) ),
	);
}

add_action(
	'admin_init',
	function () {
		register_setting(
			'news_article',
			OPTION,
			array(
				'type'              => 'array',
				'default'           => defaults(),
				'sanitize_callback' => __NAMESPACE__ . '\\sanitize',
			)
		);
		add_settings_section( 'main', '', '__return_false', 'news_article' );
		foreach ( fields() as $name => $field ) {
			add_settings_field(
				$name,
				esc_html( $field[1] ),
				fn() => field( $name, ...$field ),
				'news_article',
				'main',
				'types' === $field[0] || 'tick' === $field[0] ? array() : array( 'label_for' => "news-article-$name" )
			);
		}
	}
);

add_action(
	'admin_menu',
	function () {
		add_options_page(
			__( 'News article', 'news-article' ),
			__( 'News article', 'news-article' ),
			'manage_options',
			'news_article',
			__NAMESPACE__ . '\\page'
		);
	}
);

/** The fields of the page: kind, label, help. */
function fields(): array {
	return array(
		'around'            => array( 'tick', __( 'Around posts', 'news-article' ), __( 'Put the element around the content of every post', 'news-article' ) ),
		'post_types'        => array( 'types', __( 'Which posts', 'news-article' ), '' ),
		'sections'          => array( 'text', __( 'Sections', 'news-article' ), __( 'In order, separated by spaces; empty: reading-time share related newsletter social. There are: reading-time share related comments newsletter social tags byline breadcrumb', 'news-article' ) ),
		'share'             => array( 'text', __( 'Share buttons', 'news-article' ), __( 'Networks in order, separated by spaces, or none', 'news-article' ) ),
		'share_utm'         => array( 'text', __( 'Campaign', 'news-article' ), __( 'Added to shared addresses, for example utm_source=share', 'news-article' ) ),
		'related'           => array( 'tick', __( 'Related articles', 'news-article' ), __( 'Take them from the same category', 'news-article' ) ),
		'comments'          => array( 'tick', __( 'Comments', 'news-article' ), __( 'Replace the theme’s comment form; readers without an account may then comment over the REST interface, and your moderation settings apply', 'news-article' ) ),
		'newsletter_action' => array( 'text', __( 'Newsletter', 'news-article' ), __( 'The address that subscriptions are sent to', 'news-article' ) ),
		'site_src'          => array( 'text', __( 'Publisher’s data', 'news-article' ), __( 'The address of a JSON document with newsletter, social networks and wording', 'news-article' ) ),
		'assets'            => array( 'text', __( 'Files', 'news-article' ), __( 'Where the element’s files are; empty: in this plugin', 'news-article' ) ),
	);
}

/** One field of the page. */
function field( string $name, string $kind, string $label, string $help ): void {
	$value = setting( $name );
	if ( 'types' === $kind ) {
		foreach ( get_post_types( array( 'public' => true ), 'objects' ) as $type ) {
			printf(
				'<label><input type="checkbox" name="%s[post_types][]" value="%s"%s> %s</label><br>',
				esc_attr( OPTION ),
				esc_attr( $type->name ),
				checked( in_array( $type->name, $value, true ), true, false ),
				esc_html( $type->labels->name )
			);
		}
	} elseif ( 'tick' === $kind ) {
		printf(
			'<label><input type="checkbox" name="%s[%s]" value="1"%s> %s</label>',
			esc_attr( OPTION ),
			esc_attr( $name ),
			checked( $value, true, false ),
			esc_html( $help )
		);
	} else {
		printf(
			'<input type="text" class="large-text" id="news-article-%2$s" name="%1$s[%2$s]" value="%3$s" aria-describedby="news-article-%2$s-help"><p class="description" id="news-article-%2$s-help">%4$s</p>',
			esc_attr( OPTION ),
			esc_attr( $name ),
			esc_attr( $value ),
			esc_html( $help )
		);
	}
}

/** The page under Settings. */
function page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>', esc_html( get_admin_page_title() ), '</h1><form action="options.php" method="post">';
	settings_fields( 'news_article' );
	do_settings_sections( 'news_article' );
	submit_button();
	echo '</form></div>';
}
