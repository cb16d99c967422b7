import TestSupport

/// Pages for tests of the site: one event in full, its translation, a guide, a thread, messages.
enum SamplePages {
  static let all: [File] = [
    File(
      "errkb.yml",
      "sources: [{name: LEDGER, title: Ledger Server}]\nsourceURL: https://example.org/kb\n"),
    english, french, other, guide, thread, messages,
  ]

  static let english = File(
    "en-us/ledger-17.md",
    """
    ---
    title: LEDGER_17
    description: The journal is locked.
    ms.date: 04/04/2017
    ---
    # LEDGER_17

    The journal keeps [entries](../nowhere.md) and ![a picture](media/journal.png).

    ## Details

    | | |
    |-|-|
    |Product Name|Ledger Server|
    |Event ID|17|
    |Event Source|LEDGER|
    |Component|Journal|
    |Symbolic Name|JOURNAL_LOCKED|
    |Message Text|Journal '%.*ls' is locked.|

    ## Explanation

    Another program holds it. See [how to unlock](#user-action), [the states](#states-of-17) and
    [the other error](ledger-18.md#why-so).

    ### Who holds it

    The one that *began* first.

    ## States of 17

    The log has the state:

    | State | Meaning |
    |-|-|
    | 1 | Locked by `backup`. |
    | 2 - 5 | Locked by [a reader](https://example.org/reader). |

    State 1 is the usual one.

    ## User action

    Do these in order:

    1. Stop the reader.

       ```sql
       STOP 'reader' <now>;
       ```
    2. Start the journal.

    > [!NOTE]
    > Not on Sundays.

    ## See also

    [LEDGER_18](ledger-18.md)
    [Journals](https://example.org/journals)
    [Nowhere](../nowhere.md)
    """)

  static let french = File(
    "fr-fr/ledger-17.md",
    """
    ---
    title: LEDGER_17
    ms.contentlocale: fr-FR
    ms.translationtype: MT
    ms.lasthandoff: 01/30/2021
    ---
    # LEDGER_17

    ## <a name="details"></a>Détails

    | | |
    |-|-|
    |Nom du produit|Ledger Server|
    |ID d’événement|17|
    |Texte du message|Le journal '%.*ls' est verrouillé.|

    ## <a name="explanation"></a>Explication

    Un autre programme le tient.
    """)

  static let other = File(
    "en-us/ledger-18.md",
    """
    ---
    title: LEDGER_18
    ---
    # LEDGER_18

    ## Details

    | | |
    |-|-|
    |Event ID|18|
    |Message Text|The journal is full.|

    ## Why so

    Nobody looked.

    ## User action

    None.
    """)

  static let guide = File(
    "en-us/guides/unlock.md",
    """
    ---
    title: Unlock a journal
    description: Three ways.
    kind: guide
    author: Ada <b>L.</b>
    address: https://example.org/unlock?a=1&b=2
    license: CC BY-SA 4.0
    events: [LEDGER_17]
    ---
    # Unlock a journal

    It takes a minute.

    ## How to fix it

    1. Stop the reader with `STOP`.
    2. Wait for [the journal](../ledger-17.md#who-holds-it).

    ## Why

    It is [locked](../ledger-17.md).
    """)

  static let thread = File(
    "en-us/threads/locked.md",
    """
    ---
    title: My journal is locked
    kind: thread
    events: [LEDGER_17]
    ---
    # My journal is locked

    It says 17.

    ## Replies

    ### 1. Ada · 2020-05-06

    I stopped the reader with `STOP`, and that worked. Thank you.
    """)

  static let messages = File(
    "en-us/messages.md",
    """
    ---
    title: Messages
    ---
    # Messages

    | Error | Severity | Event logged | Description |
    |-|-|-|-|
    | 17 | 16 | No | Journal '%.*ls' is locked. |
    | 18 | 17 | Yes | The journal is full. |
    | 19 | 20 | Yes | The <disk> of %d is gone. |
    | 20 | 10 | No | Nothing. |
    | 21 | 10 | No | Nothing more. |
    """)
}
