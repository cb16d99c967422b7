extension Rule {
  /// What is wrong, in a sentence.
  package var summary: String { words.summary }

  /// What it means for readers, and what a writer or translator can do about it.
  package var explanation: String { words.explanation }

  private var words: (summary: String, explanation: String) {
    switch self {
    // The file as bytes.
    case .unreadableFile:
      (
        "A file cannot be read.",
        """
        The system refused to open the file or to read all of it, or it is a pipe or lies in more \
        folders than errkb descends into, so whatever it holds is missing from the catalogue. Look \
        at its permissions, and at the disk if those are in order.
        """
      )
    case .fileTooLarge:
      (
        "A file is larger than errkb reads.",
        """
        No page is that long: the file is probably an export or a log that came into the folder by \
        mistake, and it is left out. Move it elsewhere, or split a long message list into several \
        pages.
        """
      )
    case .invalidUTF8:
      (
        "A file has bytes that are not UTF-8.",
        """
        Each run of such bytes is shown as U+FFFD, so readers see a hole in a word. The file was \
        most likely saved in Windows-1252 or another old encoding: convert the whole file to \
        UTF-8.
        """
      )
    case .byteOrderMark:
      (
        "A file begins with a byte-order mark.",
        """
        The mark is skipped and nothing is lost, but other tools take it for text and then miss \
        the front matter. Save the file as UTF-8 without a byte-order mark.
        """
      )
    case .controlCharacter:
      (
        "The text has a control character.",
        """
        It is invisible in an editor and can do harm in a terminal, so it is left out or shown as \
        its number. It usually comes from pasted text: delete it, or write its name if it is what \
        the page is about.
        """
      )
    case .symbolicLink:
      (
        "A symbolic link is not followed.",
        """
        A link can lead out of the content folder, so none is ever read and what it points to is \
        missing. Put a copy of the file in its place, or include it as a fragment.
        """
      )
    case .emptyContent:
      (
        "There is nothing to read.",
        """
        A content folder without any page is most often a wrong path or an interrupted checkout. \
        Give the folder that holds the pages.
        """
      )

    // Front matter and configuration.
    case .frontMatterMissing:
      (
        "A page has no front matter.",
        """
        The page is read, but title, description, date and the state of its translation are \
        unknown. Begin the file with a line '---', then 'title: …' and the other keys, then '---'.
        """
      )
    case .frontMatterUnclosed:
      (
        "Front matter is not closed.",
        """
        The file begins with '---', but no second '---' follows, so it cannot be told where the \
        text begins. Put a line '---' after the last key.
        """
      )
    case .frontMatterSyntax:
      (
        "Front matter is not valid YAML.",
        """
        Nothing of it can be trusted and the page goes without it. Common causes are a colon or \
        '#' in a value without quotes, a tab used to indent, and several keys on one line; the \
        place given is where YAML stopped to make sense.
        """
      )
    case .configurationSyntax:
      (
        "A configuration file is not valid.",
        """
        The settings for this folder cannot be read and the defaults are used instead, which may \
        change every page under it. Correct the file at the place given.
        """
      )
    case .configurationKey:
      (
        "A configuration file has a key or value that means nothing here.",
        """
        The line has no effect. It is probably a slip of the pen, or a setting of another tool: \
        correct it or take it out.
        """
      )

    // Includes.
    case .includeSyntax:
      (
        "An include cannot be understood.",
        """
        The text starts like an include but has no label, path or bracket where one is due, so it \
        would stand on the page as it is. Write '[!INCLUDE [label](path)]'.
        """
      )
    case .includeMissing:
      (
        "An included file does not exist.",
        """
        The label of the include stands in the text in place of the fragment, and what the \
        fragment says is lost. Correct the path, which counts from the file that has the include, \
        or add the fragment.
        """
      )
    case .includeCircular:
      (
        "A file includes itself.",
        """
        Directly or through others the file comes back to itself, so it would never end; the last \
        include is replaced by its label. Take out one link of the chain that the notes show.
        """
      )
    case .includeOutside:
      (
        "An include leads outside the content folder.",
        """
        For safety only files under the content folder are read, and the label stands in place of \
        the fragment. Move the fragment into the content folder and correct the path.
        """
      )
    case .includeCase:
      (
        "An include is found only without regard to case.",
        """
        The fragment is used, but the same page breaks with tools that take 'SQL.md' and 'sql.md' \
        for two files. Write the path exactly as the file is named.
        """
      )
    case .includeFallback:
      (
        "A fragment comes from another language.",
        """
        This translation's folders lack the fragment, so that of the default locale stands in the \
        text and readers meet a phrase in another language. Translate the fragment and put it at \
        the same place in this tree.
        """
      )

    // Markup.
    case .nestingDepth:
      (
        "Lists or quotes are nested too deeply.",
        """
        What lies deeper than the limit is kept as text on the last level, because no reader can \
        follow it and no printer can set it. Flatten the list; a mangled indent is often the \
        cause.
        """
      )
    case .htmlRemoved:
      (
        "HTML was removed.",
        """
        Elements and attributes that can run code or load something, such as scripts and event \
        handlers, are never passed on; unknown elements lose their tags and keep their text. Say \
        it in Markdown, and write a placeholder like '\\<name>' with a backslash.
        """
      )
    case .linkScheme:
      (
        "A link has a scheme that is not allowed.",
        """
        Only addresses that a reader can safely open are kept as links: 'https', 'http', 'mailto' \
        and paths. Of this one only the text stays. Correct the address or take the link out.
        """
      )
    case .linkAnchor:
      (
        "A link leads to an anchor that is not there.",
        """
        The link leads to a place of its own page, but no heading or '<a name=…>' there has that \
        name, so nothing happens. Take the name from the heading's '<a name=…>', which is the \
        English slug in every language.
        """
      )
    case .tableSurplusCells:
      (
        "A table row has more cells than its head.",
        """
        The surplus cells are not shown. Most often a '|' within a cell was meant as text: write \
        it as '\\|', also in code.
        """
      )
    case .fenceText:
      (
        "There is text on the line that opens a code block.",
        """
        Markdown takes it for the name of a language and shows it nowhere, so it is kept as the \
        first line of the code. Put it on a line of its own under the fence.
        """
      )
    case .alertKind:
      (
        "A quote begins like an alert of unknown kind.",
        """
        It is shown as a plain quote. The kinds are NOTE, TIP, IMPORTANT, CAUTION and WARNING; \
        they are never translated.
        """
      )
    case .zoneUnclosed:
      (
        "A zone is not closed.",
        """
        A ':::' block starts here and its end is missing. The text is kept, but it may \
        have been meant for a part of the readers only. Add the closing line.
        """
      )

    // Pages.
    case .redirectPage:
      (
        "A page only redirects to another.",
        """
        Its front matter has a redirect address and there is nothing to show, so it is left out. \
        Delete it, or give it text and take the redirect out.
        """
      )
    case .noEventID:
      (
        "A page names no event.",
        """
        Neither its name, title and first heading nor its details say which error it is about, so \
        nobody could find it. Put the number into the title, such as 'MSSQLSERVER_10061', or list \
        the events in the front matter.
        """
      )
    case .eventIDConflict:
      (
        "A page gives different event IDs.",
        """
        Its file name, title, headings and details do not agree. The ID that most of them give is \
        used, so that a single slip does no harm, but the slip is still there to be read. Correct \
        the place named.
        """
      )
    case .sourceUnknown:
      (
        "It cannot be told which product raises the event.",
        """
        The name of the page has no prefix, the details have no event source, and the shape of the \
        ID is that of no known product. Name the page like 'MSSQLSERVER_10061', or fill in the row \
        Event Source.
        """
      )
    case .duplicatePage:
      (
        "Two pages are about the same event in the same locale.",
        """
        A reader can be shown only one: the first in the order of the content folders and then of \
        paths stays, the other is left out. Merge the two, or mark one as a guide in its front \
        matter.
        """
      )
    case .localeSyntax:
      (
        "A locale is not a language tag.",
        """
        The front matter names a locale that is no tag by BCP 47, so that of the folder or the \
        default is used and the page may be shown to the wrong readers. Write it like 'fr-FR' or \
        'zh-Hant-TW', with hyphens.
        """
      )
    case .dateSyntax:
      (
        "A date cannot be read.",
        """
        The page goes without that date, and a translation cannot be told from a newer one by it. \
        Write 'MM/DD/YYYY', or 'YYYY-MM-DD'.
        """
      )
    case .detailsLabel:
      (
        "A row of the details table has an unexpected label.",
        """
        The six rows are told by their order: product name, event ID, event source, component, \
        symbolic name, message text. A label that says something else points to a row that was \
        moved, lost or added. Put the rows back in order, or correct the label.
        """
      )
    case .stateRow:
      (
        "A row of the table of states cannot be read.",
        """
        Its first cell is no number and no range such as '38' or '2-5', so 'show --state' cannot \
        find it. Write the number alone there and what it means in the next cell.
        """
      )
    case .pageKind:
      (
        "The front matter names a kind of page that there is not.",
        """
        The page is taken for a reference page, so its steps count as the product's own. Write \
        'reference', 'guide' for a how-to from elsewhere, or 'thread' for a post with replies.
        """
      )
    case .sectionEvent:
      (
        "The front matter gives an event a section, and one of them is not there.",
        """
        Under 'sections' stand the events of the page, each with the anchors of the sections that \
        serve it alone; an entry that fits nothing is passed over, so readers of other events see \
        the section too. Compare the anchors with the headings, and the events with 'events'.
        """
      )
    case .placeholder:
      (
        "A placeholder in a message is damaged.",
        """
        The product puts values where '%d', '%.*ls' or '%1!s!' stand, and errors in logs are \
        recognised by them. A blank put in or a letter changed by translation breaks that; of a \
        message list only the first is named and the others are counted. Copy each placeholder \
        from the source-language message exactly.
        """
      )

    // Message lists.
    case .messageRow:
      (
        "A row of a message list cannot be read in full.",
        """
        A cell is missing, or its severity is no number from 0 to 25, or the column that tells \
        whether the event is logged says neither yes nor no. What could be read is kept. Compare \
        the row with the same row in another locale.
        """
      )
    case .messageID:
      (
        "A message list has an ID that is wrong or comes twice.",
        """
        Its first cell is not a number, or another row with the same number was already read; the \
        first one stays. A dash in place of the minus sign and a sign that was lost are common \
        causes.
        """
      )

    // Pages that have moved.
    case .redirectionSyntax:
      (
        "A list of pages that have moved cannot be read, or an entry of it.",
        """
        '.openpublishing.redirection.json' has to be JSON with a list 'redirections', whose entries \
        have 'source_path' (relative to the folder of the list, and within it) and 'redirect_url'. \
        What cannot be read is left out, the other entries count.
        """
      )
    case .redirectionTarget:
      (
        "A page that has moved leads nowhere.",
        """
        The 'redirect_url' of the entry is that of no page in the content, leads back to itself, or \
        has a scheme other than http and https; or the page that is said to have moved is still \
        there. The entry is left out. Of many entries of one list that lead to no page only the \
        first is named.
        """
      )

    // Templates of the site.
    case .templateSyntax:
      (
        "A template of the site cannot be used.",
        """
        A tag or section of its Mustache is not closed, or it names a template that there is not, \
        or leads back to itself. No page can be made with it, so no site is written. What templates \
        may say stands in templates/README.md.
        """
      )
    }
  }
}
