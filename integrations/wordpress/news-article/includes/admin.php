<?php
/**
 * The page under Settings: boxes and menus for what can be chosen, fields for addresses.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

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
				in_array( $field[0], array( 'boxes', 'tick' ), true ) ? array() : array( 'label_for' => "news-article-$name" )
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

add_filter(
	'plugin_action_links_' . plugin_basename( FILE ),
	fn( $links ) => array_merge( array( sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=news_article' ) ), esc_html__( 'Settings', 'news-article' ) ) ), $links )
);

/** The sections that can be chosen, with what they are called. */
function section_names(): array {
	return array(
		'reading-time' => __( 'Reading time', 'news-article' ),
		'share'        => __( 'Share buttons', 'news-article' ),
		'related'      => __( 'Related articles', 'news-article' ),
		'newsletter'   => __( 'Newsletter', 'news-article' ),
		'social'       => __( 'Social networks of the publisher', 'news-article' ),
	);
}

/** The networks that can be chosen, with what they are called. */
function network_names(): array {
	$names = array();
	foreach ( array_keys( data( 'share' )['networks'] ) as $network ) {
		$names[ $network ] = array(
			'native' => __( 'The device’s own menu', 'news-article' ),
			'copy'   => __( 'Copy the link', 'news-article' ),
			'print'  => __( 'Print', 'news-article' ),
			'email'  => __( 'E-mail', 'news-article' ),
			'sms'    => __( 'Text message', 'news-article' ),
		)[ $network ] ?? data( 'share' )['networks'][ $network ]['brand'];
	}
	return $names;
}

/** The types of posts that can be chosen, with what they are called. */
function type_names(): array {
	$types = get_post_types( array( 'public' => true ), 'objects' );
	unset( $types['attachment'] );
	return array_map( fn( $type ) => $type->labels->name, $types );
}

/** The fields of the page: kind, label, help, and what can be chosen. */
function fields(): array {
	return array(
		'around'            => array( 'tick', __( 'On posts', 'news-article' ), __( 'Print the sections before and after the content of every post', 'news-article' ), array() ),
		'post_types'        => array( 'boxes', __( 'Which posts', 'news-article' ), '', type_names() ),
		'sections'          => array( 'boxes', __( 'Sections', 'news-article' ), '', section_names() ),
		'share'             => array( 'boxes', __( 'Share buttons', 'news-article' ), '', network_names() ),
		'share_place'       => array( 'menu', __( 'Where they stand', 'news-article' ), '', array( 'after' => __( 'After the content', 'news-article' ), 'before' => __( 'Before the content', 'news-article' ) ) ),
		'share_utm'         => array( 'text', __( 'Campaign', 'news-article' ), __( 'Added to shared addresses, for example utm_source=share', 'news-article' ), array() ),
		'related'           => array( 'tick', __( 'Related articles', 'news-article' ), __( 'Take them from the same categories and tags', 'news-article' ), array() ),
		'comments'          => array( 'tick', __( 'Comments', 'news-article' ), __( 'Replace the theme’s comment form; readers without an account may then comment over the REST interface, and your moderation settings apply', 'news-article' ), array() ),
		'newsletter_action' => array( 'url', __( 'Newsletter', 'news-article' ), __( 'The address that subscriptions are sent to', 'news-article' ), array() ),
		'site_src'          => array( 'url', __( 'Publisher’s data', 'news-article' ), __( 'The address of a JSON document with newsletter, social networks and wording', 'news-article' ), array() ),
		'hosts'             => array( 'lines', __( 'Other hosts', 'news-article' ), __( 'Hosts, one a line, whose articles authors may show by the shortcode and the block; empty: this site alone', 'news-article' ), array() ),
		'assets'            => array( 'url', __( 'Files', 'news-article' ), __( 'Where the element’s files are; empty: in this plugin', 'news-article' ), array() ),
	);
}

/** One field of the page. */
function field( string $name, string $kind, string $label, string $help, array $choices ): void {
	$value = setting( $name );
	$field = OPTION . "[$name]";
	$id    = "news-article-$name";
	if ( 'boxes' === $kind ) {
		$chosen = is_array( $value ) ? $value : explode( ' ', $value );
		// Those that were chosen come first, in their order.
		$order = array_intersect_key( array_flip( $chosen ), $choices ) + $choices;
		printf( '<fieldset><legend class="screen-reader-text">%s</legend>', esc_html( $label ) );
		foreach ( array_keys( $order ) as $choice ) {
			printf(
				'<label><input type="checkbox" name="%s[]" value="%s"%s> %s</label><br>',
				esc_attr( $field ),
				esc_attr( $choice ),
				checked( in_array( $choice, $chosen, true ), true, false ),
				esc_html( $choices[ $choice ] )
			);
		}
		echo '</fieldset>';
	} elseif ( 'tick' === $kind ) {
		printf( '<label><input type="checkbox" name="%s" value="1"%s> %s</label>', esc_attr( $field ), checked( $value, true, false ), esc_html( $help ) );
	} elseif ( 'menu' === $kind ) {
		printf( '<select id="%s" name="%s">', esc_attr( $id ), esc_attr( $field ) );
		foreach ( $choices as $choice => $word ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $choice ), selected( $value, $choice, false ), esc_html( $word ) );
		}
		echo '</select>';
	} else {
		$described = sprintf( 'id="%1$s" name="%2$s" aria-describedby="%1$s-help"', esc_attr( $id ), esc_attr( $field ) );
		if ( 'lines' === $kind ) {
			printf( '<textarea class="large-text code" rows="3" %s>%s</textarea>', $described, esc_textarea( implode( "\n", $value ) ) ); // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above.
		} else {
			printf( '<input type="%s" class="large-text" %s value="%s">', esc_attr( $kind ), $described, esc_attr( $value ) ); // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above.
		}
		printf( '<p class="description" id="%s-help">%s</p>', esc_attr( $id ), esc_html( $help ) );
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
