<?php
/**
 * Written by tests/wordpress/data.rs, which says how: not by hand.
 *
 * @package NewsArticle
 */

defined( 'ABSPATH' ) || exit;

return array(
	'ar' => array(
		'commentsPrompt' => 'شاركونا تعليقاتكم',
		'readingTime' => array(
			'few' => 'وقت القراءة: {count} دقائق',
			'many' => 'وقت القراءة: {count} دقيقة',
			'one' => 'وقت القراءة: دقيقة واحدة',
			'other' => 'وقت القراءة: {count} دقيقة',
			'two' => 'وقت القراءة: دقيقتان',
			'zero' => 'وقت القراءة: أقل من دقيقة',
		),
		'related' => 'اقرأ أيضًا',
		'share' => 'مشاركة المقال',
		'shareEmail' => 'إرسال بالبريد الإلكتروني',
		'shareOn' => 'مشاركة على {network}',
		'shareSms' => 'إرسال برسالة نصية قصيرة',
	),
	'de' => array(
		'commentsPrompt' => 'Schreiben Sie uns Ihre Meinung',
		'readingTime' => array(
			'one' => 'Lesezeit: {count} Minute',
			'other' => 'Lesezeit: {count} Minuten',
		),
		'related' => 'Lesen Sie auch',
		'share' => 'Artikel teilen',
		'shareEmail' => 'Per E-Mail senden',
		'shareOn' => 'Auf {network} teilen',
		'shareSms' => 'Per SMS senden',
	),
	'en' => array(
		'commentsPrompt' => 'Tell us what you think',
		'readingTime' => array(
			'one' => 'Reading time: {count} minute',
			'other' => 'Reading time: {count} minutes',
		),
		'related' => 'Read next',
		'share' => 'Share this article',
		'shareEmail' => 'Send by email',
		'shareOn' => 'Share on {network}',
		'shareSms' => 'Send by text message',
	),
	'es' => array(
		'commentsPrompt' => 'Déjenos su comentario',
		'readingTime' => array(
			'one' => 'Tiempo de lectura: {count} minuto',
			'other' => 'Tiempo de lectura: {count} minutos',
		),
		'related' => 'Lea también',
		'share' => 'Compartir el artículo',
		'shareEmail' => 'Enviar por correo electrónico',
		'shareOn' => 'Compartir en {network}',
		'shareSms' => 'Enviar por SMS',
	),
	'fa' => array(
		'commentsPrompt' => 'دیدگاه خود را با ما در میان بگذارید',
		'readingTime' => array(
			'one' => 'زمان مطالعه: {count} دقیقه',
			'other' => 'زمان مطالعه: {count} دقیقه',
		),
		'related' => 'بیشتر بخوانید',
		'share' => 'اشتراک‌گذاری مقاله',
		'shareEmail' => 'ارسال با ایمیل',
		'shareOn' => 'اشتراک‌گذاری در {network}',
		'shareSms' => 'ارسال با پیامک',
	),
	'fr' => array(
		'commentsPrompt' => 'Laissez-nous vos commentaires',
		'readingTime' => array(
			'one' => 'Temps de lecture : {count} minute',
			'other' => 'Temps de lecture : {count} minutes',
		),
		'related' => 'À lire aussi',
		'share' => 'Partager l’article',
		'shareEmail' => 'Envoyer par e-mail',
		'shareOn' => 'Partager sur {network}',
		'shareSms' => 'Envoyer par SMS',
	),
	'he' => array(
		'commentsPrompt' => 'נשמח לקרוא את תגובותיכם',
		'readingTime' => array(
			'one' => 'זמן קריאה: דקה אחת',
			'other' => 'זמן קריאה: {count} דקות',
			'two' => 'זמן קריאה: שתי דקות',
		),
		'related' => 'לקריאה נוספת',
		'share' => 'שיתוף הכתבה',
		'shareEmail' => 'שליחה בדוא״ל',
		'shareOn' => 'שיתוף ב־{network}',
		'shareSms' => 'שליחה במסרון',
	),
	'it' => array(
		'commentsPrompt' => 'Lasciateci un commento',
		'readingTime' => array(
			'one' => 'Tempo di lettura: {count} minuto',
			'other' => 'Tempo di lettura: {count} minuti',
		),
		'related' => 'Leggi anche',
		'share' => 'Condividi l’articolo',
		'shareEmail' => 'Invia per e-mail',
		'shareOn' => 'Condividi su {network}',
		'shareSms' => 'Invia per SMS',
	),
	'ja' => array(
		'commentsPrompt' => 'ご意見をお寄せください',
		'readingTime' => array(
			'other' => '読了時間：{count}分',
		),
		'related' => 'あわせて読みたい',
		'share' => '記事を共有',
		'shareEmail' => 'メールで送る',
		'shareOn' => '{network}で共有',
		'shareSms' => 'SMSで送る',
	),
	'nl' => array(
		'commentsPrompt' => 'Laat ons weten wat u ervan vindt',
		'readingTime' => array(
			'one' => 'Leestijd: {count} minuut',
			'other' => 'Leestijd: {count} minuten',
		),
		'related' => 'Lees ook',
		'share' => 'Artikel delen',
		'shareEmail' => 'Versturen per e-mail',
		'shareOn' => 'Delen via {network}',
		'shareSms' => 'Versturen per sms',
	),
	'pl' => array(
		'commentsPrompt' => 'Czekamy na Państwa komentarze',
		'readingTime' => array(
			'few' => 'Czas czytania: {count} minuty',
			'many' => 'Czas czytania: {count} minut',
			'one' => 'Czas czytania: {count} minuta',
			'other' => 'Czas czytania: {count} minuty',
		),
		'related' => 'Czytaj także',
		'share' => 'Udostępnij artykuł',
		'shareEmail' => 'Wyślij e-mailem',
		'shareOn' => 'Udostępnij w serwisie {network}',
		'shareSms' => 'Wyślij SMS-em',
	),
	'pt' => array(
		'commentsPrompt' => 'Deixe seu comentário',
		'readingTime' => array(
			'one' => 'Tempo de leitura: {count} minuto',
			'other' => 'Tempo de leitura: {count} minutos',
		),
		'related' => 'Leia também',
		'share' => 'Compartilhar o artigo',
		'shareEmail' => 'Enviar por e-mail',
		'shareOn' => 'Compartilhar em {network}',
		'shareSms' => 'Enviar por SMS',
	),
	'ru' => array(
		'commentsPrompt' => 'Поделитесь своим мнением',
		'readingTime' => array(
			'few' => 'Время чтения: {count} минуты',
			'many' => 'Время чтения: {count} минут',
			'one' => 'Время чтения: {count} минута',
			'other' => 'Время чтения: {count} минуты',
		),
		'related' => 'Читайте также',
		'share' => 'Поделиться статьёй',
		'shareEmail' => 'Отправить по электронной почте',
		'shareOn' => 'Поделиться в {network}',
		'shareSms' => 'Отправить по SMS',
	),
	'tr' => array(
		'commentsPrompt' => 'Yorumlarınızı bizimle paylaşın',
		'readingTime' => array(
			'one' => 'Okuma süresi: {count} dakika',
			'other' => 'Okuma süresi: {count} dakika',
		),
		'related' => 'Bunları da okuyun',
		'share' => 'Yazıyı paylaş',
		'shareEmail' => 'E-posta ile gönder',
		'shareOn' => '{network} üzerinde paylaş',
		'shareSms' => 'SMS ile gönder',
	),
	'zh' => array(
		'commentsPrompt' => '欢迎发表评论',
		'readingTime' => array(
			'other' => '阅读时间：{count}分钟',
		),
		'related' => '延伸阅读',
		'share' => '分享文章',
		'shareEmail' => '通过电子邮件发送',
		'shareOn' => '分享到{network}',
		'shareSms' => '通过短信发送',
	),
);
