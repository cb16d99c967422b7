import Testing

struct LanguageTests {
  @Test(arguments: [
    ("en-US", "The server is not running and the client cannot connect to it with this address."),
    ("fr-FR", "Le serveur est arrêté et le client ne peut pas se connecter avec cette adresse."),
    (
      "de-DE",
      "Der Server ist nicht erreichbar, und der Client kann sich mit dem Namen nicht verbinden."
    ),
    (
      "es-ES",
      "El servidor no se inicia y el cliente no puede conectarse con la dirección que se da."
    ),
    ("it-IT", "Il server non è avviato e il client non può connettersi con il nome che è dato."),
    (
      "pt-BR", "O servidor não foi iniciado e o cliente não pode se conectar com o nome que é dado."
    ),
    (
      "nl-NL",
      "De server is niet gestart en de client kan niet met het adres van een server verbinden."
    ),
    ("pl-PL", "Serwer nie jest uruchomiony i nie można się z nim połączyć, na przykład przez TCP."),
    ("tr-TR", "Bu hata, sunucu ve istemci için bir bağlantı olarak değil de başka bir şey ile."),
    (
      "ru-RU",
      "Сервер не запущен, и клиент не может к нему подключиться по этому адресу, как и для."
    ),
    (
      "uk-UA",
      "Сервер не запущено, і клієнт не може до нього під'єднатися, що є для всіх та або при."
    ),
    ("ja-JP", "サーバーが起動していないため、クライアントは接続できません。"),
    ("zh-CN", "服务器没有启动，所以客户端无法连接，这个错误会出现。"),
    ("zh-TW", "伺服器沒有啟動，所以用戶端無法連線，這個錯誤會出現。"),
    ("ko-KR", "서버가 실행되지 않아 클라이언트가 연결할 수 없습니다."),
    ("he-IL", "השרת אינו פועל ולכן הלקוח אינו יכול להתחבר."),
    ("ar-EG", "الخادم لا يعمل ولذلك لا يستطيع العميل الاتصال به."),
  ])
  func theWordsTellTheLanguage(locale: String, text: String) {
    #expect(Sample.page("Error 10061\n\n\(text)\n".utf8).contains("\nlocale: \(locale)\n"))
  }

  @Test(arguments: [("fr", "fr-FR"), ("fr-ca", "fr-CA"), ("zh-Hant", "zh-TW"), ("pt_BR", "pt-BR")])
  func aTagWithoutARegionGetsTheLikelyOne(tag: String, locale: String) {
    let page = Sample.page("<html lang=\"\(tag)\"><p>x</p></html>".utf8)
    #expect(page.contains("\nlocale: \(locale)\n"))
  }

  @Test func theLanguageGivenStaysAsItIs() {
    #expect(Sample.page("<html lang=de><p>x".utf8, locale: "fr").contains("\nlocale: fr\n"))
  }
}
