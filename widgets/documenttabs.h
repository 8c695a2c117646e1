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
};

/// The pages in the centre of the window: one tab a document, found again by its key. Owns the pages.
class DocumentTabs : public QTabWidget
{
    Q_OBJECT
public:
    explicit DocumentTabs(QWidget *parent = nullptr);

    /// Brings the document to the front, made by @p make when it is not open yet.
    Page *open(const Document &document, const std::function<Page *()> &make);
    /// Of the pages.
    QWidget *pageParent() const;
    Page *currentPage() const;
    QList<Page *> pages() const;
    /// Of @p page; an empty one for nullptr.
    Document document(Page *page) const;
    void closePage(int index);
    void closeOthers();
    void closeAll();

signals:
    /// Pages came, went, or have another title.
    void documentsChanged();
    void pageStatus(const QString &text);
    void inspectorChanged();

private:
    QHash<Page *, Document> m_documents;
};

} // namespace assay::ui
