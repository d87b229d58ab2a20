<?php
/**
 * Written by tests/wordpress/data.rs, which says how: not by hand.
 *
 * @package NewsArticle
 */

defined( 'ABSPATH' ) || exit;

return array(
	'classes' => array(
		'gap' => '\\x{9}-\\x{d}\\x{20}\\x{85}\\x{a0}\\x{60c}\\x{1361}\\x{1680}\\x{2000}-\\x{200b}\\x{2014}-\\x{2015}\\x{2026}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}-\\x{3003}\\x{3008}-\\x{3020}\\x{ff01}-\\x{ff0f}\\x{ff1a}-\\x{ff1f}\\x{ff5b}-\\x{ff65}',
		'han' => '\\x{3005}-\\x{3007}\\x{3021}-\\x{3029}\\x{3038}-\\x{303b}\\x{3105}-\\x{312f}\\x{3400}-\\x{4dbf}\\x{4e00}-\\x{9fff}\\x{f900}-\\x{faff}\\x{20000}-\\x{323af}',
		'kana' => '\\x{3041}-\\x{3096}\\x{309d}-\\x{309f}\\x{30a1}-\\x{30fa}\\x{30fc}-\\x{30ff}\\x{31f0}-\\x{31ff}\\x{ff66}-\\x{ff9d}',
		'mark' => '\\x{300}-\\x{36f}\\x{483}-\\x{489}\\x{591}-\\x{5bd}\\x{5bf}\\x{5c1}-\\x{5c2}\\x{5c4}-\\x{5c5}\\x{5c7}\\x{610}-\\x{61a}\\x{64b}-\\x{65f}\\x{670}\\x{6d6}-\\x{6dc}\\x{6df}-\\x{6e4}\\x{6e7}-\\x{6e8}\\x{6ea}-\\x{6ed}\\x{711}\\x{730}-\\x{74a}\\x{7a6}-\\x{7b0}\\x{7eb}-\\x{7f3}\\x{897}-\\x{89f}\\x{8ca}-\\x{8e1}\\x{8e3}-\\x{903}\\x{93a}-\\x{93c}\\x{93e}-\\x{94f}\\x{951}-\\x{957}\\x{962}-\\x{963}\\x{981}-\\x{983}\\x{9ba}-\\x{9bc}\\x{9be}-\\x{9cd}\\x{9d1}-\\x{9d7}\\x{9e2}-\\x{9e3}\\x{a00}-\\x{a03}\\x{a3a}-\\x{a3c}\\x{a3e}-\\x{a4d}\\x{a51}-\\x{a57}\\x{a62}-\\x{a63}\\x{a70}-\\x{a71}\\x{a75}\\x{a80}-\\x{a83}\\x{aba}-\\x{abc}\\x{abe}-\\x{acd}\\x{ad1}-\\x{ad7}\\x{ae2}-\\x{ae3}\\x{afa}-\\x{b03}\\x{b3a}-\\x{b3c}\\x{b3e}-\\x{b4d}\\x{b51}-\\x{b57}\\x{b62}-\\x{b63}\\x{b80}-\\x{b82}\\x{bba}-\\x{bbc}\\x{bbe}-\\x{bcd}\\x{bd1}-\\x{bd7}\\x{be2}-\\x{be3}\\x{c00}-\\x{c03}\\x{c3a}-\\x{c3c}\\x{c3e}-\\x{c4d}\\x{c51}-\\x{c57}\\x{c62}-\\x{c63}\\x{c81}-\\x{c83}\\x{cba}-\\x{cbc}\\x{cbe}-\\x{ccd}\\x{cd1}-\\x{cd7}\\x{ce2}-\\x{ce3}\\x{d00}-\\x{d03}\\x{d3b}-\\x{d3c}\\x{d3e}-\\x{d4d}\\x{d51}-\\x{d53}\\x{d57}\\x{d62}-\\x{d63}\\x{d81}-\\x{d83}\\x{dca}-\\x{ddf}\\x{df2}-\\x{df3}\\x{e31}\\x{e33}-\\x{e3a}\\x{e47}-\\x{e4e}\\x{eb1}\\x{eb3}-\\x{ebc}\\x{ec8}-\\x{ece}\\x{f35}\\x{f37}\\x{f39}\\x{f3e}-\\x{f3f}\\x{f71}-\\x{f84}\\x{f86}-\\x{f87}\\x{f8d}-\\x{fbc}\\x{102b}-\\x{103e}\\x{1056}-\\x{1059}\\x{105e}-\\x{1060}\\x{1062}-\\x{1064}\\x{1067}-\\x{106d}\\x{1071}-\\x{1074}\\x{1082}-\\x{108d}\\x{108f}\\x{109a}-\\x{109d}\\x{1160}-\\x{11ff}\\x{135d}-\\x{135f}\\x{17b4}-\\x{17d3}\\x{17dd}\\x{180b}-\\x{180d}\\x{1ab0}-\\x{1aff}\\x{1dc0}-\\x{1dff}\\x{200c}-\\x{200d}\\x{20d0}-\\x{20f0}\\x{2d7f}\\x{2de0}-\\x{2dff}\\x{302a}-\\x{302f}\\x{3099}-\\x{309a}\\x{a66f}-\\x{a672}\\x{a674}-\\x{a67d}\\x{a8e0}-\\x{a8f1}\\x{fb1e}\\x{fe00}-\\x{fe0f}\\x{fe20}-\\x{fe2f}\\x{ff9e}-\\x{ff9f}\\x{1f3fb}-\\x{1f3ff}\\x{e0020}-\\x{e007f}\\x{e0100}-\\x{e01ef}',
		'sign' => '\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{2f}\\x{3a}-\\x{40}\\x{5b}-\\x{60}\\x{7b}-\\x{84}\\x{86}-\\x{9f}\\x{a1}-\\x{a9}\\x{ab}-\\x{b4}\\x{b6}-\\x{b9}\\x{bb}-\\x{bf}\\x{d7}\\x{f7}\\x{2c2}-\\x{2c5}\\x{2d2}-\\x{2df}\\x{37e}\\x{384}-\\x{385}\\x{387}\\x{55a}-\\x{55f}\\x{589}-\\x{58f}\\x{5be}\\x{5c0}\\x{5c3}\\x{5c6}\\x{5f3}-\\x{5f4}\\x{600}-\\x{60b}\\x{60d}-\\x{60f}\\x{61b}-\\x{61f}\\x{66a}-\\x{66d}\\x{6d4}\\x{6dd}-\\x{6de}\\x{6e9}\\x{6fd}-\\x{6fe}\\x{700}-\\x{70f}\\x{964}-\\x{965}\\x{970}\\x{df4}\\x{e3f}\\x{e4f}\\x{e5a}-\\x{e5b}\\x{f01}-\\x{f1f}\\x{f34}\\x{f36}\\x{f38}\\x{f3a}-\\x{f3d}\\x{f85}\\x{fbe}-\\x{fda}\\x{104a}-\\x{104f}\\x{10fb}\\x{1360}\\x{1362}-\\x{1368}\\x{1400}\\x{17d4}-\\x{17d6}\\x{17d8}-\\x{17db}\\x{1800}-\\x{180a}\\x{180e}\\x{200e}-\\x{2013}\\x{2016}-\\x{2025}\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2070}\\x{207a}-\\x{207e}\\x{208a}-\\x{208e}\\x{20a0}-\\x{20cf}\\x{20f1}-\\x{214f}\\x{218a}-\\x{2bff}\\x{2d70}\\x{2e00}-\\x{2fff}\\x{3004}\\x{3030}-\\x{3037}\\x{303c}-\\x{3040}\\x{309b}-\\x{309c}\\x{30a0}\\x{30fb}\\x{3190}-\\x{319f}\\x{31c0}-\\x{31ef}\\x{3200}-\\x{33ff}\\x{4dc0}-\\x{4dff}\\x{e000}-\\x{f8ff}\\x{fd3e}-\\x{fd4f}\\x{fdfc}-\\x{fdff}\\x{fe10}-\\x{fe1f}\\x{fe30}-\\x{fe6f}\\x{feff}\\x{ff20}\\x{ff3b}-\\x{ff40}\\x{ffe0}-\\x{ffff}\\x{1d000}-\\x{1d3ff}\\x{1f000}-\\x{1f3fa}\\x{1f400}-\\x{1faff}\\x{e0000}-\\x{e001f}\\x{e0080}-\\x{e00ff}\\x{e01f0}-\\x{10ffff}',
		'unspaced' => '\\x{e01}-\\x{e30}\\x{e32}\\x{e3b}-\\x{e3e}\\x{e40}-\\x{e46}\\x{e50}-\\x{e59}\\x{e5c}-\\x{eb0}\\x{eb2}\\x{ebd}-\\x{ec7}\\x{ecf}-\\x{edf}\\x{f00}\\x{f20}-\\x{f33}\\x{f40}-\\x{f6c}\\x{f88}-\\x{f8c}\\x{1000}-\\x{102a}\\x{103f}-\\x{1049}\\x{1050}-\\x{1055}\\x{105a}-\\x{105d}\\x{1061}\\x{1065}-\\x{1066}\\x{106e}-\\x{1070}\\x{1075}-\\x{1081}\\x{108e}\\x{1090}-\\x{1099}\\x{1780}-\\x{17b3}\\x{17d7}\\x{17dc}\\x{17e0}-\\x{17e9}',
	),
	'han' => 439,
	'kana' => 653,
	'scripts' => array(
		'Arabic' => array(
			'language' => 'ar',
			'languages' => 'ar az fa ha kk ks ku ky ms pa ps sd tg tk ug ur uz acm aeb afb ajp apc arq ary arz azb bal ckb glk lrc mzn pnb prs sdh',
			'letters' => '\\x{620}-\\x{64a}\\x{66e}-\\x{66f}\\x{671}-\\x{6d3}\\x{6d5}\\x{6e5}-\\x{6e6}\\x{6ee}-\\x{6ef}\\x{6fa}-\\x{6fc}\\x{6ff}\\x{750}-\\x{77f}\\x{870}-\\x{896}\\x{8a0}-\\x{8c9}\\x{8e2}\\x{fb50}-\\x{fd3d}\\x{fd50}-\\x{fdfb}\\x{fe70}-\\x{fefc}',
		),
		'Cyrillic' => array(
			'language' => 'ru',
			'languages' => 'ab av az ba be bg bs ce cv kk ku kv ky mk mn mo os ro ru sh sr tg tk tt uk uz cnr rue sah udm',
			'letters' => '\\x{400}-\\x{482}\\x{48a}-\\x{52f}\\x{1c80}-\\x{1c8f}\\x{a640}-\\x{a66e}\\x{a673}\\x{a67e}-\\x{a69f}',
		),
		'Devanagari' => array(
			'language' => 'hi',
			'languages' => 'hi ks mr ne sa sd awa bho brx doi kok mai new',
			'letters' => '\\x{904}-\\x{939}\\x{93d}\\x{950}\\x{958}-\\x{961}\\x{966}-\\x{96f}\\x{971}-\\x{97f}\\x{a8f2}-\\x{a8ff}',
		),
		'Greek' => array(
			'language' => 'el',
			'languages' => 'el grc',
			'letters' => '\\x{370}-\\x{37d}\\x{37f}-\\x{383}\\x{386}\\x{388}-\\x{3ff}\\x{1f00}-\\x{1fff}',
		),
		'Han' => array(
			'language' => 'zh',
			'languages' => 'ja ko za zh cmn gan hak lzh nan wuu yue',
			'letters' => '\\x{3005}-\\x{3007}\\x{3021}-\\x{3029}\\x{3038}-\\x{303b}\\x{3105}-\\x{312f}\\x{3400}-\\x{4dbf}\\x{4e00}-\\x{9fff}\\x{f900}-\\x{faff}\\x{20000}-\\x{323af}',
		),
		'Hangul' => array(
			'language' => 'ko',
			'languages' => 'ko',
			'letters' => '\\x{1100}-\\x{115f}\\x{3130}-\\x{318f}\\x{a960}-\\x{a97f}\\x{ac00}-\\x{d7fb}\\x{ffa0}-\\x{ffdc}',
		),
		'Hebrew' => array(
			'language' => 'he',
			'languages' => 'he iw ji yi lad',
			'letters' => '\\x{590}\\x{5c8}-\\x{5f2}\\x{5f5}-\\x{5ff}\\x{fb1d}\\x{fb1f}-\\x{fb4f}',
		),
		'Kana' => array(
			'language' => 'ja',
			'languages' => 'ja ain ryu',
			'letters' => '\\x{3041}-\\x{3096}\\x{309d}-\\x{309f}\\x{30a1}-\\x{30fa}\\x{30fc}-\\x{30ff}\\x{31f0}-\\x{31ff}\\x{ff66}-\\x{ff9d}',
		),
		'Latin' => array(
			'language' => '',
			'languages' => 'ab am ar as av ba be bg bn bo ce cv dv dz el fa gu he hi hy ii iw ja ji ka km kn ko ks kv ky lo mk ml mr my ne or os pa ps ru sa sd si ta te th ti ug uk ur yi zh acm aeb afb ain ajp apc arq ary arz awa azb bal bho brx chr ckb cmn doi gan glk grc kok lrc lzh mai mzn new nqo pnb prs rue ryu sah sat sdh shn syr udm wuu yue zgh',
			'letters' => '\\x{41}-\\x{5a}\\x{61}-\\x{7a}\\x{aa}\\x{b5}\\x{ba}\\x{c0}-\\x{d6}\\x{d8}-\\x{f6}\\x{f8}-\\x{2c1}\\x{2c6}-\\x{2d1}\\x{2e0}-\\x{2ff}\\x{1d00}-\\x{1d7f}\\x{1e00}-\\x{1eff}\\x{2c60}-\\x{2c7f}\\x{a720}-\\x{a7ff}\\x{fb00}-\\x{fb06}\\x{ff21}-\\x{ff3a}\\x{ff41}-\\x{ff5a}',
		),
		'Other' => array(
			'language' => '',
			'languages' => 'am as bn bo dv dz gu hy ii iu ka km kn lo ml mn my or pa si ta te ti ber chr kab nqo rif sat shi shn syr tzm zgh',
			'letters' => '\\x{530}-\\x{559}\\x{560}-\\x{588}\\x{710}\\x{712}-\\x{72f}\\x{74b}-\\x{74f}\\x{780}-\\x{7a5}\\x{7b1}-\\x{7ea}\\x{7f4}-\\x{86f}\\x{980}\\x{984}-\\x{9b9}\\x{9bd}\\x{9ce}-\\x{9d0}\\x{9d8}-\\x{9e1}\\x{9e4}-\\x{9ff}\\x{a04}-\\x{a39}\\x{a3d}\\x{a4e}-\\x{a50}\\x{a58}-\\x{a61}\\x{a64}-\\x{a6f}\\x{a72}-\\x{a74}\\x{a76}-\\x{a7f}\\x{a84}-\\x{ab9}\\x{abd}\\x{ace}-\\x{ad0}\\x{ad8}-\\x{ae1}\\x{ae4}-\\x{af9}\\x{b04}-\\x{b39}\\x{b3d}\\x{b4e}-\\x{b50}\\x{b58}-\\x{b61}\\x{b64}-\\x{b7f}\\x{b83}-\\x{bb9}\\x{bbd}\\x{bce}-\\x{bd0}\\x{bd8}-\\x{be1}\\x{be4}-\\x{bff}\\x{c04}-\\x{c39}\\x{c3d}\\x{c4e}-\\x{c50}\\x{c58}-\\x{c61}\\x{c64}-\\x{c80}\\x{c84}-\\x{cb9}\\x{cbd}\\x{cce}-\\x{cd0}\\x{cd8}-\\x{ce1}\\x{ce4}-\\x{cff}\\x{d04}-\\x{d3a}\\x{d3d}\\x{d4e}-\\x{d50}\\x{d54}-\\x{d56}\\x{d58}-\\x{d61}\\x{d64}-\\x{d80}\\x{d84}-\\x{dc9}\\x{de0}-\\x{df1}\\x{df5}-\\x{dff}\\x{e80}-\\x{eb0}\\x{eb2}\\x{ebd}-\\x{ec7}\\x{ecf}-\\x{f00}\\x{f20}-\\x{f33}\\x{f40}-\\x{f70}\\x{f88}-\\x{f8c}\\x{fbd}\\x{fdb}-\\x{102a}\\x{103f}-\\x{1049}\\x{1050}-\\x{1055}\\x{105a}-\\x{105d}\\x{1061}\\x{1065}-\\x{1066}\\x{106e}-\\x{1070}\\x{1075}-\\x{1081}\\x{108e}\\x{1090}-\\x{1099}\\x{109e}-\\x{10fa}\\x{10fc}-\\x{10ff}\\x{1200}-\\x{135c}\\x{1369}-\\x{13ff}\\x{1401}-\\x{167f}\\x{1681}-\\x{17b3}\\x{17d7}\\x{17dc}\\x{17de}-\\x{17ff}\\x{180f}-\\x{1aaf}\\x{1b00}-\\x{1c7f}\\x{1c90}-\\x{1cff}\\x{1d80}-\\x{1dbf}\\x{2071}-\\x{2079}\\x{207f}-\\x{2089}\\x{208f}-\\x{209f}\\x{2150}-\\x{2189}\\x{2c00}-\\x{2c5f}\\x{2c80}-\\x{2d6f}\\x{2d71}-\\x{2d7e}\\x{2d80}-\\x{2ddf}\\x{3097}-\\x{3098}\\x{3100}-\\x{3104}\\x{31a0}-\\x{31bf}\\x{a000}-\\x{a63f}\\x{a6a0}-\\x{a71f}\\x{a800}-\\x{a8df}\\x{a900}-\\x{a95f}\\x{a980}-\\x{abff}\\x{d7fc}-\\x{d7ff}\\x{fb07}-\\x{fb1c}\\x{fefd}-\\x{fefe}\\x{ff00}\\x{ffdd}-\\x{ffdf}\\x{10000}-\\x{1cfff}\\x{1d400}-\\x{1efff}\\x{1fb00}-\\x{1ffff}\\x{323b0}-\\x{dffff}',
		),
		'Thai' => array(
			'language' => 'th',
			'languages' => 'th',
			'letters' => '\\x{e00}-\\x{e30}\\x{e32}\\x{e3b}-\\x{e3e}\\x{e40}-\\x{e46}\\x{e50}-\\x{e59}\\x{e5c}-\\x{e7f}',
		),
	),
	'unspaced' => 800,
	'unspaced_languages' => 'bo dz km lo my th',
	'usual' => 200,
	'words' => array(
		'ar' => 181,
		'de' => 260,
		'en' => 238,
		'es' => 278,
		'fi' => 195,
		'fr' => 214,
		'he' => 224,
		'it' => 285,
		'ko' => 226,
		'nl' => 228,
		'pl' => 166,
		'pt' => 181,
		'ru' => 184,
		'sl' => 180,
		'sv' => 218,
		'tr' => 166,
	),
);
