<?php
/**
 * The template of comments where the element takes them.
 *
 * @package NewsArticle
 */

defined( 'ABSPATH' ) || exit;
