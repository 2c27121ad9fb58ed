//! Mail providers for private people. Their domains say nothing about an employer, so they never link a contact
//! to an account and never make one.

/// Is this the domain of a mail provider that anybody can register with?
pub fn is_free_mail(domain: &str) -> bool {
    if FREE_MAIL.binary_search(&domain).is_ok() {
        return true;
    }
    // Providers with a domain per country: yahoo.co.jp, hotmail.fr, live.nl, outlook.com.br, gmx.at.
    let (label, rest) = domain.split_once('.').unwrap_or((domain, ""));
    let country_like =
        rest.len() == 2 || (rest.len() <= 6 && (rest.starts_with("co.") || rest.starts_with("com.")));
    country_like
        && matches!(
            label,
            "gmx" | "hotmail" | "live" | "outlook" | "yahoo" | "yandex" | "ymail" | "windowslive"
        )
}

/// Sorted, for binary search; a test holds it so. Written by hand.
#[rustfmt::skip]
pub static FREE_MAIL: &[&str] = &[
    "126.com", "139.com", "163.com", "189.cn", "21cn.com", "abv.bg", "alice.it", "aliyun.com", "aol.com",
    "aol.de", "arcor.de", "att.net", "bellsouth.net", "bigpond.com", "bigpond.net.au", "bk.ru", "bluewin.ch",
    "blueyonder.co.uk", "bol.com.br", "btinternet.com", "btopenworld.com", "centrum.cz", "charter.net",
    "comcast.net", "cox.net", "daum.net", "docomo.ne.jp", "duck.com", "earthlink.net", "eircom.net",
    "email.com", "email.cz", "email.de", "ezweb.ne.jp", "fastmail.com", "fastmail.fm", "foxmail.com",
    "free.fr", "freemail.hu", "freenet.de", "frontier.com", "gmail.com", "gmx.com", "gmx.de", "gmx.net",
    "googlemail.com", "hanmail.net", "hey.com", "hotmail.com", "hushmail.com", "icloud.com", "ig.com.br",
    "inbox.lv", "inbox.ru", "interia.pl", "internode.on.net", "juno.com", "kakao.com", "laposte.net",
    "libero.it", "list.ru", "live.com", "live.com.au", "lycos.com", "mac.com", "mail.com", "mail.de",
    "mail.ru", "mailbox.org", "me.com", "msn.com", "mweb.co.za", "nate.com", "naver.com", "neuf.fr",
    "ntlworld.com", "numericable.fr", "o2.pl", "onet.pl", "online.de", "op.pl", "optimum.net",
    "optonline.net", "optusnet.com.au", "orange.fr", "outlook.com", "planet.nl", "pm.me", "post.cz",
    "posteo.de", "prodigy.net", "proton.me", "protonmail.ch", "protonmail.com", "qq.com", "rambler.ru",
    "rediffmail.com", "roadrunner.com", "rocketmail.com", "rogers.com", "sapo.pt", "sbcglobal.net",
    "seznam.cz", "sfr.fr", "shaw.ca", "sina.cn", "sina.com", "sky.com", "skynet.be", "sohu.com",
    "spectrum.net", "swbell.net", "sympatico.ca", "t-online.de", "talktalk.net", "telenet.be", "telus.net",
    "terra.com.br", "tiscali.co.uk", "tiscali.it", "tuta.com", "tutanota.com", "tutanota.de", "ukr.net",
    "uol.com.br", "usa.net", "verizon.net", "videotron.ca", "virgilio.it", "virgin.net", "virginmedia.com",
    "vodafone.de", "voila.fr", "wanadoo.fr", "web.de", "windowslive.com", "windstream.net", "wp.pl",
    "xs4all.nl", "xtra.co.nz", "yahoo.com", "yahoo.de", "yandex.com", "yandex.ru", "yeah.net", "ymail.com",
    "ziggo.nl", "zoho.com", "zohomail.com",
];
