//! Files that tell a host how to send the site: its content security policy, what may be kept for good, media types.
//!
//! The policy also stands in each page's HTML, so that a site is safe on a host that knows none of this. `_headers` is
//! read by Netlify and Cloudflare Pages; what lies in `host/` is for the publisher to copy from.

use crate::files::Files;

/// Adds them to `files`. `policy` is the front page's own.
pub(crate) fn add(files: &mut Files, policy: &str) {
    // What a `meta` element cannot say: who may frame the pages.
    let policy = format!("{}; frame-ancestors 'self'", policy.trim_end_matches([';', ' ']));
    files.insert("_headers", headers(files, &policy));
    files.insert("host/nginx.conf", NGINX.replace("{policy}", &policy));
    files.insert("host/apache.conf", APACHE.replace("{policy}", &policy));
    files.insert("host/github-pages.yml", GITHUB_PAGES);
}

/// Whether another content always has another name, so that a browser may keep the file for good.
fn is_for_good(path: &str) -> bool {
    !path.contains('/') && crate::names::hash_in(path).is_some()
}

fn headers(files: &Files, policy: &str) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
         Cache-Control: no-cache\n"
    );
    for (path, _) in files.iter().filter(|(path, _)| is_for_good(path)) {
        text.push_str(&format!(
            "/{path}\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n"
        ));
    }
    text.push_str("/*.atom\n  Content-Type: application/atom+xml; charset=utf-8\n");
    text
}

const NGINX: &str = r#"# In a `server` block, with `root` or `alias` at the site's folder. The two `_static` lines send the compressed files
# that lie beside the others; brotli_static needs the module ngx_brotli.
types {
  application/wasm wasm;
  application/manifest+json webmanifest;
  application/atom+xml atom;
  text/javascript js mjs;
}
gzip_static on;
# brotli_static on;
add_header Content-Security-Policy "{policy}" always;
add_header X-Content-Type-Options nosniff always;
add_header Referrer-Policy no-referrer always;
add_header Cache-Control $communique_keep always;

# Outside of it, in the `http` block: names with a hash never change their content.
# map $uri $communique_keep {
#   default "no-cache";
#   "~-[0-9a-f]{11,16}(_bg)?\.[a-z]+$" "public, max-age=31536000, immutable";
# }
"#;

const APACHE: &str = r#"# In the site's `<Directory>` block, or as `.htaccess` in its folder (AllowOverride FileInfo).
AddType application/wasm .wasm
AddType application/manifest+json .webmanifest
AddType application/atom+xml .atom
AddType text/javascript .js .mjs
<IfModule mod_headers.c>
  Header always set Content-Security-Policy "{policy}"
  Header always set X-Content-Type-Options nosniff
  Header always set Referrer-Policy no-referrer
  Header set Cache-Control "no-cache"
  <FilesMatch "-[0-9a-f]{11,16}(_bg)?\.[a-z]+$">
    Header set Cache-Control "public, max-age=31536000, immutable"
  </FilesMatch>
</IfModule>
# The compressed files that lie beside the others.
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{HTTP:Accept-Encoding} \bbr\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.+)\.(html|css|js|wasm|pack|json|svg|atom|xml)$ $1.$2.br [L]
  RewriteRule \.html\.br$ - [T=text/html,E=no-gzip:1]
  RewriteRule \.css\.br$ - [T=text/css,E=no-gzip:1]
  RewriteRule \.js\.br$ - [T=text/javascript,E=no-gzip:1]
  RewriteRule \.wasm\.br$ - [T=application/wasm,E=no-gzip:1]
  RewriteRule \.pack\.br$ - [T=application/octet-stream,E=no-gzip:1]
  RewriteRule \.json\.br$ - [T=application/json,E=no-gzip:1]
  RewriteRule \.svg\.br$ - [T=image/svg+xml,E=no-gzip:1]
  RewriteRule \.atom\.br$ - [T=application/atom+xml,E=no-gzip:1]
  RewriteRule \.xml\.br$ - [T=application/xml,E=no-gzip:1]
  <FilesMatch "\.br$">
    Header set Content-Encoding br
    Header append Vary Accept-Encoding
  </FilesMatch>
</IfModule>
"#;

const GITHUB_PAGES: &str = r#"# As .github/workflows/pages.yml in a repository that holds the finished site in `site/`. GitHub Pages sets no headers
# of the publisher's; the policy in each page's HTML holds there.
name: pages
on:
  push:
    branches: [main]
permissions:
  contents: read
  pages: write
  id-token: write
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
    steps:
      - uses: actions/checkout@v4
      - uses: actions/upload-pages-artifact@v3
        with:
          path: site
      - uses: actions/deploy-pages@v4
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_sends_the_policy_and_keeps_only_what_never_changes() {
        let names = [
            "index.html",
            "page-0123456789abcdef_bg.wasm",
            "sw.js",
            "speaker/a-0123456789abcdef.html",
        ];
        let mut files: Files = names.into_iter().map(|name| (name, "x")).collect();
        add(&mut files, "default-src 'none';");
        let policy = "default-src 'none'; frame-ancestors 'self'";
        for path in ["_headers", "host/nginx.conf", "host/apache.conf"] {
            assert_eq!(files.text(path).unwrap().matches(policy).count(), 1, "{path}");
        }
        let headers = files.text("_headers").unwrap();
        assert_eq!(headers.matches("immutable").count(), 1);
        assert!(headers.contains("/page-0123456789abcdef_bg.wasm\n"));
    }
}
