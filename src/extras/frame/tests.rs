use super::*;
use proptest::prelude::*;

fn src(url: &str) -> Option<String> {
    frame(&resolve(url, None, Purpose::Page)?).map(|frame| frame.src)
}

#[test]
fn each_provider_has_a_frame_of_its_own_for_every_form_of_its_addresses() {
    let cases = [
        (
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m30s",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90",
        ),
        ("https://youtu.be/dQw4w9WgXcQ?si=abc", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://www.youtube.com/shorts/abc_-1", "https://www.youtube-nocookie.com/embed/abc_-1"),
        (
            "https://www.youtube.com/embed/videoseries?list=PL1",
            "https://www.youtube-nocookie.com/embed/videoseries?list=PL1",
        ),
        (
            "https://www.youtube.com/playlist?list=PL1",
            "https://www.youtube-nocookie.com/embed/videoseries?list=PL1",
        ),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("https://vimeo.com/channels/staffpicks/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        (
            "https://vimeo.com/76979871/8272103f6e",
            "https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e",
        ),
        (
            "https://www.dailymotion.com/video/x8m8s_le-titre",
            "https://geo.dailymotion.com/player.html?video=x8m8s",
        ),
        ("https://dai.ly/x8m8s", "https://geo.dailymotion.com/player.html?video=x8m8s"),
        (
            "https://open.spotify.com/intl-fr/episode/4rOoJ6?si=1",
            "https://open.spotify.com/embed/episode/4rOoJ6",
        ),
        (
            "https://soundcloud.com/artist/a-track",
            "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/artist/a-track",
        ),
        (
            "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293",
            "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293",
        ),
        ("https://datawrapper.dwcdn.net/nzgLh/12/", "https://datawrapper.dwcdn.net/nzgLh/"),
        ("https://www.datawrapper.de/_/nzgLh/", "https://datawrapper.dwcdn.net/nzgLh/"),
        (
            "https://public.flourish.studio/visualisation/123456/",
            "https://flo.uri.sh/visualisation/123456/embed",
        ),
        ("https://infogram.com/budget-1h7z2l8", "https://e.infogram.com/budget-1h7z2l8?src=embed"),
        (
            "https://www.tiktok.com/@le.monde/video/7301234567890123456",
            "https://www.tiktok.com/player/v1/7301234567890123456",
        ),
        (
            "https://twitter.com/a/status/20?s=20",
            "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20",
        ),
        ("https://x.com/i/status/20", "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20"),
        (
            "https://www.instagram.com/p/CuE2WNQs5H7/",
            "https://www.instagram.com/p/CuE2WNQs5H7/embed/captioned/",
        ),
        (
            "https://www.instagram.com/le.monde/reel/CuE2/",
            "https://www.instagram.com/reel/CuE2/embed/captioned/",
        ),
        (
            "https://bsky.app/profile/a.bsky.social/post/3k44",
            "https://embed.bsky.app/embed/a.bsky.social/app.bsky.feed.post/3k44",
        ),
        (
            "https://mastodon.social/@Gargron/100254678717223630",
            "https://mastodon.social/@Gargron/100254678717223630/embed",
        ),
        (
            "https://www.google.com/maps/embed?pb=!1m18!1m12",
            "https://www.google.com/maps/embed?pb=!1m18!1m12",
        ),
        (
            "https://www.google.com/maps/place/Tour+Eiffel/@48.8,2.2,17z",
            "https://www.google.com/maps?output=embed&q=Tour+Eiffel",
        ),
        (
            "https://www.google.com/maps/@48.8,-2.2,17z",
            "https://www.google.com/maps?output=embed&q=48.8,-2.2",
        ),
        (
            "https://www.openstreetmap.org/?mlat=35.76&mlon=-5.8#map=12/35.76/-5.8",
            "https://www.openstreetmap.org/export/embed.html?layer=mapnik&bbox=-5.909863%2C35.705069%2C-5.690137%2C35.814931&marker=35.76%2C-5.8",
        ),
    ];
    for (page, expected) in cases {
        assert_eq!(src(page).as_deref(), Some(expected), "{page}");
    }
}

#[test]
fn what_is_not_on_the_list_or_names_nothing_has_no_frame() {
    for page in [
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/watch?v=a%22b",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example/watch?v=dQw4w9WgXcQ",
        "https://www.google.com/search?q=a",
        "https://x.com/someone",
        "https://news.example/@writer/2026",
        "http://mastodon.social/@Gargron/100254678717223630",
        "https://www.facebook.com/a/posts/1",
    ] {
        assert_eq!(src(page), None, "{page}");
    }
}

proptest! {
    #[test]
    fn whatever_the_address_a_frame_is_of_a_provider_and_holds_no_quote_or_blank(
        host in "(www\\.)?(youtube\\.com|vimeo\\.com|x\\.com|google\\.com|instagram\\.com|a\\.example)",
        path in "(/[ -~]{0,12}){0,4}",
        query in "(\\?(v|q|id|pb|list)=[ -~]{0,12})?",
    ) {
        if let Some(src) = src(&format!("https://{host}{path}{query}")) {
            prop_assert!(src.starts_with("https://"));
            prop_assert!(!src.contains(['"', '\'', '<', '>', ' ', '\\']), "{src}");
        }
    }
}
