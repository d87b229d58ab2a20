// The test site as `tests/wordpress/serve` has made it, switched by its database as the tests do.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The plugin alone among the active ones, as WordPress keeps it. */
const ACTIVE = 'a:1:{i:0;s:29:"news-article/news-article.php";}';

/** A site by the line that `serve` has printed, and the plugin as `dist` has made it. */
export function site(line, plugin) {
  const [origin, socket, folder] = line.split(' ');
  const sql = (query) =>
    execFileSync('mariadb', ['--no-defaults', '--user=root', '--socket', socket, 'wordpress', '--execute', query]);
  const option = (name, value) =>
    sql(`UPDATE wp_options SET option_value = '${value}' WHERE option_name = '${name}'`);
  const content = join(folder, 'wp-content');
  const at = join(content, 'plugins/news-article');
  rmSync(at, { recursive: true, force: true });
  cpSync(plugin, at, { recursive: true });
  return {
    origin,
    hasTheme: (name) => existsSync(join(content, 'themes', name, 'style.css')),
    /** Shows it by a theme, with the plugin or without. */
    set(theme, isWith) {
      option('template', theme);
      option('stylesheet', theme);
      option('active_plugins', isWith ? ACTIVE : 'a:0:{}');
      sql("DELETE FROM wp_options WHERE option_name LIKE '%_transient_%'");
    },
  };
}
