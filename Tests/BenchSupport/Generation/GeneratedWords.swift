/// What pages of one language are made of.
///
/// Sentences have `{}` where a thing is named.
struct GeneratedWords: Sendable {
  /// Headings, by the anchor that is the same in every language.
  let details: String
  let explanation: String
  let userAction: String
  let seeAlso: String
  /// The head of the table, and the labels of its rows from product to message.
  let tableHead: [String]
  let labels: [String]
  let things: [String]
  let messages: [String]
  let sentences: [String]
  let steps: [String]
  let listHeads: [String]
  let yes: String
  let no: String

  /// The words of a language; of those that have none of their own, English.
  static func of(language: String) -> GeneratedWords {
    switch language {
    case "fr": french
    case "es": spanish
    case "ja": japanese
    default: english
    }
  }
}

extension GeneratedWords {
  private static let english = GeneratedWords(
    details: "Details", explanation: "Explanation", userAction: "User Action", seeAlso: "See Also",
    tableHead: ["", ""],
    labels: [
      "Product Name", "Event ID", "Event Source", "Component", "Symbolic Name", "Message Text",
    ],
    things: [
      "the transaction log", "the backup device", "the index page", "the login", "the replica",
      "the worker thread", "the data file", "the certificate", "the linked server", "the snapshot",
      "the memory grant", "the partition", "the full-text catalog", "the listener", "the schema",
    ],
    messages: [
      "Could not open {} '%.*ls' because %d requests wait for it.",
      "The operation on {} '%ls' ended with state %d.",
      "{} of database '%.*ls' is not available; severity was %d.",
      "Cannot find {} %d in '%ls'.",
    ],
    sentences: [
      "The server could not finish the request because {} was in use by another session.",
      "This occurs when {} is larger than the limit that was configured for the instance.",
      "An earlier failure may have left {} in a state that does not allow new work.",
      "The state of {} is written to the error log together with the number of the session.",
      "While {} is being recovered, every query that needs it waits and may time out.",
      "Permissions on {} are checked before anything is read, so that a denied login sees this first.",
    ],
    steps: [
      "Check that {} can be reached from this computer.",
      "Stop the session that holds {}, then run the statement again.",
      "Restore {} from the last backup that is known to be good.",
      "Ask the administrator to grant access to {}.",
      "Increase the size of {} and restart the service.",
    ],
    listHeads: ["Error", "Severity", "Event Logged", "Description"], yes: "Yes", no: "No")

  private static let french = GeneratedWords(
    details: "Détails", explanation: "Explication", userAction: "Action de l’utilisateur",
    seeAlso: "Voir aussi", tableHead: ["Attribut", "Valeur"],
    labels: [
      "Nom du produit", "ID de l’événement", "Source de l’événement", "Composant",
      "Nom symbolique", "Texte du message",
    ],
    things: [
      "le journal des transactions", "l’unité de sauvegarde", "la page d’index", "la connexion",
      "le réplica", "le thread de travail", "le fichier de données", "le certificat",
      "le serveur lié", "l’instantané", "l’allocation de mémoire", "la partition", "le schéma",
    ],
    messages: [
      "Impossible d’ouvrir {} '%.*ls', car %d demandes l’attendent.",
      "L’opération sur {} '%ls' s’est terminée avec l’état %d.",
      "Dans la base '%.*ls', {} n’est pas disponible ; la gravité était %d.",
      "Impossible de trouver {} %d dans '%ls'.",
    ],
    sentences: [
      "Le serveur n’a pas pu terminer la demande, car {} était utilisé par une autre session.",
      "Cela se produit lorsque {} dépasse la limite configurée pour l’instance.",
      "Un échec antérieur a pu laisser {} dans un état qui n’admet aucun nouveau travail.",
      "Le journal des erreurs nomme {} avec son état et le numéro de la session.",
      "Tant que {} n’est pas récupéré, toute requête qui en dépend attend et peut expirer.",
    ],
    steps: [
      "Vérifiez que {} est accessible à partir de cet ordinateur.",
      "Arrêtez la session qui retient {}, puis exécutez de nouveau l’instruction.",
      "Restaurez {} à partir de la dernière sauvegarde valide.",
      "Demandez à l’administrateur qui peut utiliser {}.",
    ],
    listHeads: ["Erreur", "Gravité", "Événement consigné", "Description"], yes: "Oui", no: "Non")

  private static let spanish = GeneratedWords(
    details: "Detalles", explanation: "Explicación", userAction: "Acción del usuario",
    seeAlso: "Consulte también", tableHead: ["Atributo", "Value"],
    labels: [
      "Nombre de producto", "Id. de evento", "Origen de eventos", "Componente",
      "Nombre simbólico", "Texto del mensaje",
    ],
    things: [
      "el registro de transacciones", "el dispositivo de copia", "la página de índice",
      "el inicio de sesión", "la réplica", "el subproceso", "el archivo de datos",
      "el certificado", "el servidor vinculado", "la partición", "el esquema",
    ],
    messages: [
      "No se pudo abrir {} '%.*ls' porque %d solicitudes esperan.",
      "La operación en {} '%ls' terminó con el estado %d.",
      "En la base '%.*ls', {} no está disponible; la gravedad era %d.",
    ],
    sentences: [
      "El servidor no pudo terminar la solicitud porque otra sesión utilizaba {}.",
      "Esto ocurre cuando {} supera el límite configurado para la instancia.",
      "Un error anterior pudo dejar {} en un estado que no admite trabajo nuevo.",
      "El registro de errores nombra {} con su estado y el número de la sesión.",
    ],
    steps: [
      "Compruebe desde este equipo si {} responde.",
      "Detenga la sesión que retiene {} y vuelva a ejecutar la instrucción.",
      "Restaure {} a partir de la última copia válida.",
    ],
    listHeads: ["Error", "Gravedad", "Evento registrado", "Descripción"], yes: "Sí", no: "No")

  private static let japanese = GeneratedWords(
    details: "詳細", explanation: "説明", userAction: "ユーザーの操作", seeAlso: "参照",
    tableHead: ["属性", "値"],
    labels: ["製品名", "イベント ID", "イベント ソース", "コンポーネント", "シンボル名", "メッセージ テキスト"],
    things: [
      "トランザクション ログ", "バックアップ デバイス", "インデックス ページ", "ログイン", "レプリカ",
      "ワーカー スレッド", "データ ファイル", "証明書", "リンク サーバー", "パーティション", "スキーマ",
    ],
    messages: [
      "%d 個の要求が待機しているため、{} '%.*ls' を開けませんでした。",
      "{} '%ls' の操作は状態 %d で終了しました。",
      "データベース '%.*ls' の {} は使用できません。重大度は %d でした。",
    ],
    sentences: [
      "{}が別のセッションで使用されていたため、サーバーは要求を完了できませんでした。",
      "{}がインスタンスに構成された上限を超えると、このエラーが発生します。",
      "以前の失敗により、{}が新しい作業を受け付けない状態になっている可能性があります。",
      "{}の状態は、セッションの番号とともにエラー ログに書き込まれます。",
    ],
    steps: [
      "このコンピューターから{}にアクセスできることを確認します。",
      "{}を保持しているセッションを停止し、ステートメントを再実行します。",
      "正常な最新のバックアップから{}を復元します。",
    ],
    listHeads: ["エラー", "重大度", "ログ記録", "説明"], yes: "はい", no: "いいえ")
}
