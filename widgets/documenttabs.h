// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/page.h"

#include <QHash>
#include <QTabWidget>
#include <functional>

namespace assay::ui {

/// What a tab shows, as far as the window needs to know: where it stands in the navigator and what menus act on.
struct Document
{
    enum class Section { Other, Datasets, Runs, Comparisons, Drift, Reports };

    QString key;
    Section section = Section::Other;
    QString iconName;
    DatasetPtr data = {};
    std::vector<tracking::RunId> runs = {};
    QString state = {}; ///< what was chosen on it when the window was last closed (see pages::stateOf)
};

/// A document of the last session: made when somebody looks at it.
struct LaterDocument
{
    Document document = {};
    QString title = {};
    std::function<Page *()> make = {};
};

/// The pages in the centre of the window: one tab a document, found again by its key. Owns the pages.
class DocumentTabs : public QTabWidget
{
    Q_OBJECT
public:
    explicit DocumentTabs(QWidget *parent = nullptr);

    /// Brings the document to the front, made by @p make when it is not open yet.
    Page *open(const Document &document, const std::function<Page *()> &make);
    /// Adds @p documents, of which only the one at @p current is made now.
    void restore(Shell &shell, std::vector<LaterDocument> documents, int current);
    /// Of the pages.
    QWidget *pageParent() const;
    Page *currentPage() const;
    QList<Page *> pages() const;
    /// Of @p page; an empty one for nullptr.
    Document document(Page *page) const;
    void closePage(int index);
    void closeOthers();
    void closeAll();
    /// What a page needs at least: never so much that the panes beside it must give way.
    QSize minimumSizeHint() const override;

signals:
    /// Pages came, went, or have another title.
    void documentsChanged();
    void pageStatus(const QString &text);
    void inspectorChanged();

private:
    void follow(Page *page);
    void makeCurrent();

    QHash<Page *, Document> m_documents;
    QHash<Page *, std::function<Page *()>> m_waiting; ///< pages that stand for others until these are looked at
};

} // namespace assay::ui
