# Articles as HTML in pages of your own, by Edge Side Includes: `include "rendered.vcl";` in your VCL, behind its
# `backend default` and before its subroutines, and run `news-article serve --upstream /wp=https://blog.example/wp-json/ …`.
# A page of yours says
#
#     <esi:include src="/rendered/wp/wp/v2/posts/42?_embed=1"/>
#
# and in its head, so that no other is looked through, `Surrogate-Control: content="ESI/1.0"`. Where there is no article,
# nothing is put there.

vcl 4.1;

backend news_article {
    .host = "127.0.0.1";
    .port = "8090";
    # Longer than the service waits for its upstream.
    .first_byte_timeout = 15s;
}

sub vcl_recv {
    if (req.url ~ "^/rendered/") {
        # Asked by includes alone.
        if (req.esi_level == 0) {
            return (synth(404));
        }
        set req.backend_hint = news_article;
        # Nothing of the reader's goes along, and all hosts share one copy.
        unset req.http.Cookie;
        unset req.http.Authorization;
        set req.http.Host = "news-article";
        # A copy is given out for so long while a newer one is made; longer where that has failed, the second time round.
        set req.grace = 10m;
        if (req.restarts > 0) {
            set req.grace = 1d;
        }
        return (hash);
    }
}

sub vcl_backend_fetch {
    if (bereq.backend == news_article) {
        set bereq.url = regsub(bereq.url, "^/rendered/", "/");
    }
}

sub vcl_backend_response {
    if (bereq.backend == news_article) {
        # A failure takes no copy's place.
        if (beresp.status >= 500) {
            return (abandon);
        }
        # The service says how long its answer is fresh. That there is no article any more takes a copy's place.
        if (beresp.status == 200) {
            set beresp.grace = 1d;
        } else {
            set beresp.ttl = 5s;
            set beresp.grace = 0s;
        }
        return (deliver);
    }
    if (beresp.http.Surrogate-Control ~ "ESI/1\.0") {
        unset beresp.http.Surrogate-Control;
        set beresp.do_esi = true;
    }
}

sub vcl_backend_error {
    if (bereq.backend == news_article) {
        return (abandon);
    }
}

sub vcl_deliver {
    # The validators of a page say nothing of what it includes.
    if (resp.do_esi) {
        unset resp.http.ETag;
        unset resp.http.Last-Modified;
    }
}

sub vcl_synth {
    if (req.esi_level > 0 && req.url ~ "^/rendered/") {
        if (req.restarts == 0) {
            return (restart);
        }
        # An error would stand in the middle of the page.
        set resp.body = "";
        return (deliver);
    }
}
