// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/documenttabs.h"

#include "widgets/controls/icons.h"

#include <QStackedWidget>
#include <QTabBar>

namespace assay::ui {

DocumentTabs::DocumentTabs(QWidget *parent)
    : QTabWidget(parent)
{
    setDocumentMode(true);
    setTabsClosable(true);
    setMovable(true);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    setAccessibleName(tr("Documents"));
    tabBar()->setAccessibleName(tr("Open documents"));
    connect(this, &QTabWidget::tabCloseRequested, this, &DocumentTabs::closePage);
    connect(this, &QTabWidget::currentChanged, this, [this] {
        emit pageStatus({});
        emit inspectorChanged();
    });
}

Page *DocumentTabs::open(const Document &document, const std::function<Page *()> &make)
{
    for (auto at = m_documents.cbegin(); at != m_documents.cend(); ++at) {
        if (at->key == document.key) {
            setCurrentWidget(at.key());
            at.key()->setFocus(Qt::OtherFocusReason);
            return at.key();
        }
    }
    Page *page = make();
    m_documents.insert(page, document);
    connect(page, &Page::titleChanged, this, [this, page] {
        setTabText(indexOf(page), page->title());
        emit documentsChanged();
    });
    connect(page, &Page::inspectorChanged, this, [this, page] {
        if (page == currentWidget())
            emit inspectorChanged();
    });
    connect(page, &Page::statusChanged, this, [this, page](const QString &text) {
        if (page == currentWidget())
            emit pageStatus(text);
    });
    const int index = addTab(page, icon(document.iconName), page->title());
    setTabToolTip(index, page->title());
    setCurrentIndex(index);
    page->setFocus(Qt::OtherFocusReason);
    emit documentsChanged();
    return page;
}

QWidget *DocumentTabs::pageParent() const
{
    return findChild<QStackedWidget *>(QString(), Qt::FindDirectChildrenOnly);
}

Page *DocumentTabs::currentPage() const
{
    return qobject_cast<Page *>(currentWidget());
}

QList<Page *> DocumentTabs::pages() const
{
    QList<Page *> pages;
    for (int i = 0; i < count(); ++i)
        pages.append(static_cast<Page *>(widget(i)));
    return pages;
}

Document DocumentTabs::document(Page *page) const
{
    return m_documents.value(page);
}

void DocumentTabs::closePage(int index)
{
    auto *page = qobject_cast<Page *>(widget(index));
    if (!page)
        return;
    removeTab(index);
    m_documents.remove(page);
    // It may be closing itself, from one of its own signals.
    page->hide();
    page->deleteLater();
    emit documentsChanged();
}

void DocumentTabs::closeOthers()
{
    for (int i = count() - 1; i >= 0; --i) {
        if (i != currentIndex())
            closePage(i);
    }
}

void DocumentTabs::closeAll()
{
    const QSignalBlocker quiet(this);
    m_documents.clear();
    while (count() > 0)
        delete widget(0);
}

} // namespace assay::ui
