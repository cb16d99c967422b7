internal import Catalogue
internal import Index

/// Looks up the places on other pages of the site that links lead to.
///
/// Such links are rare, so the page that one leads to is planned anew instead of keeping the ids of
/// all pages.
struct PageAnchors {
  let frame: Frame
  let locale: LocaleTag
  let reader: CatalogueReader

  /// The id that a fragment has on the page of a target in this locale; nil where it has none, so
  /// that the link leads to the page.
  func id(on target: SiteTarget, of fragment: String) -> String? {
    do {
      switch target {
      case .event(let event):
        let answer = try reader.answer(for: event.key, wanted: [locale])
        let plan = answer.map { EventPlan($0, reserved: frame.templates.ids) }
        return plan?.id(ofFragment: fragment)
      case .article(let article):
        let page = try reader.page(number: frame.catalogue.shown(article, in: locale).number)
        return ArticlePlan(page, reserved: frame.templates.ids).page.id(ofFragment: fragment)
      }
    } catch {
      // A page that cannot be read is reported where it is to be written.
      return nil
    }
  }
}
