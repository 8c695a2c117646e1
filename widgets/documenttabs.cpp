// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/documenttabs.h"

#include "widgets/controls/icons.h"

#include <QStackedWidget>
#include <QTabBar>
#include <algorithm>

namespace assay::ui {

namespace {

/// What is left between panes of a usual width in a small window. A page that wants more is drawn narrower: giving it
/// its will would squeeze the panes, and the window would keep them so.
constexpr QSize leastSize(480, 320);

/// Stands for a page that nobody has looked at yet.
class WaitingPage : public Page
{
public:
    WaitingPage(Shell &shell, const LaterDocument &later)
        : Page(shell)
        , m_title(later.title)
        , m_key(later.document.key)
    {
    }
    QString title() const override { return m_title; }
    QString key() const override { return m_key; }

private:
    QString m_title, m_key;
};

} // namespace

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
        makeCurrent();
        emit pageStatus({});
        emit inspectorChanged();
    });
}

Page *DocumentTabs::open(const Document &document, const std::function<Page *()> &make)
{
    for (auto at = m_documents.cbegin(); at != m_documents.cend(); ++at) {
        if (at->key == document.key) {
            setCurrentWidget(at.key()); // which may put another page in its place
            currentPage()->setFocus(Qt::OtherFocusReason);
            return currentPage();
        }
    }
    Page *page = make();
    m_documents.insert(page, document);
    follow(page);
    const int index = addTab(page, icon(document.iconName), page->title());
    setTabToolTip(index, page->title());
    setCurrentIndex(index);
    page->setFocus(Qt::OtherFocusReason);
    emit documentsChanged();
    return page;
}

void DocumentTabs::follow(Page *page)
{
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
}

void DocumentTabs::restore(Shell &shell, std::vector<LaterDocument> documents, int current)
{
    {
        const QSignalBlocker quiet(this); // adding the first one would make it
        for (LaterDocument &later : documents) {
            auto *page = new WaitingPage(shell, later);
            const int index = addTab(page, icon(later.document.iconName), later.title);
            setTabToolTip(index, later.title);
            m_documents.insert(page, later.document);
            m_waiting.insert(page, std::move(later.make));
        }
        setCurrentIndex(std::clamp(current, 0, count() - 1));
    }
    makeCurrent();
    emit documentsChanged();
}

/// The page itself in place of the one that stands for it.
void DocumentTabs::makeCurrent()
{
    Page *standIn = currentPage();
    const auto make = m_waiting.take(standIn);
    if (!make)
        return;
    Page *page = make();
    const int index = currentIndex();
    m_documents.insert(page, m_documents.take(standIn));
    follow(page);
    {
        const QSignalBlocker quiet(this);
        insertTab(index, page, tabIcon(index), page->title());
        setTabToolTip(index, page->title());
        setCurrentIndex(index);
        removeTab(index + 1);
    }
    standIn->deleteLater();
    emit documentsChanged();
}

QSize DocumentTabs::minimumSizeHint() const
{
    return QTabWidget::minimumSizeHint().boundedTo(leastSize);
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
    m_waiting.remove(page);
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
    m_waiting.clear();
    while (count() > 0)
        delete widget(0);
}

} // namespace assay::ui
