<?php
// As much of a theme as the pages of the test site need.
?>
<!doctype html>
<html <?php language_attributes(); ?>>
<meta charset="utf-8">
<title><?php wp_title(""); ?></title>
<?php wp_head(); ?>
<?php while (have_posts()) : the_post(); ?>
<article id="post-<?php the_ID(); ?>">
<h1><?php the_title(); ?></h1>
<?php the_content(); ?>
</article>
<?php endwhile; ?>
<?php comments_template(); ?>
<?php wp_footer(); ?>
</html>
