use pivotal_api::qr::draw;

#[test]
fn a_code_is_drawn_with_its_corners_and_a_quiet_zone() {
    let drawing =
        draw("otpauth://totp/Pivotal:ada%40example.com?secret=GEZDGNBVGY3TQOJQ&issuer=Pivotal").unwrap();
    assert!(drawing.path.starts_with("M4 4h1v1h-1zM5 4h1v1h-1z"), "a corner is dark: {}", drawing.path);
    assert_eq!((drawing.size - 8 - 17) % 4, 0, "17 and four for each version");
    assert_eq!(draw(&"x".repeat(5_000)), None);
}
