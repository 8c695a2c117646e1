// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/columnfit.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>
#include <algorithm>
#include <numeric>
#include <utility>

namespace assay::ui {

namespace {

constexpr int air = 14, titleAir = 6;

/// Takes from the widest of @p columns until all of @p widths fit into @p room, or each is as narrow as it may be.
void narrow(std::vector<int> &widths, const std::vector<int> &columns, const std::vector<int> &least, int room)
{
    int excess = std::accumulate(widths.begin(), widths.end(), 0) - room;
    while (excess > 0) {
        std::size_t widest = widths.size();
        for (const int column : columns) {
            const auto at = static_cast<std::size_t>(column);
            if (widths[at] > least[at] && (widest == widths.size() || widths[at] > widths[widest]))
                widest = at;
        }
        if (widest == widths.size())
            return;
        --widths[widest];
        --excess;
    }
}

} // namespace

ColumnFit::ColumnFit(QTableView *view, std::vector<int> yielding)
    : QObject(view)
    , m_view(view)
    , m_yielding(std::move(yielding))
{
    view->horizontalHeader()->setStretchLastSection(true);
    view->viewport()->installEventFilter(this);
    connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        // Stretching the last one comes from the header itself, also while a splitter beside it is dragged.
        const QHeaderView &header = *m_view->horizontalHeader();
        if (header.visualIndex(column) == header.count() - 1)
            return;
        m_byHand = m_byHand || (!m_sharing && QGuiApplication::mouseButtons() != Qt::NoButton);
    });
}

void ColumnFit::fit()
{
    m_wanted.clear();
    m_least.clear();
    const QHeaderView &header = *m_view->horizontalHeader();
    const QAbstractItemView &cells = *m_view; // there, how wide they are is no secret
    for (int column = 0; column < header.count(); ++column) {
        m_least.push_back(header.sectionSizeHint(column) + titleAir);
        m_wanted.push_back(std::max(m_least.back(), cells.sizeHintForColumn(column) + air));
    }
    share();
}

std::vector<int> ColumnFit::widths(int room) const
{
    std::vector<int> widths = m_wanted, all(m_wanted.size());
    std::iota(all.begin(), all.end(), 0);
    narrow(widths, m_yielding, m_least, room);
    narrow(widths, all, m_least, room);
    return widths;
}

void ColumnFit::share()
{
    if (m_byHand || m_wanted.empty() || static_cast<int>(m_wanted.size()) != m_view->horizontalHeader()->count())
        return;
    const QScopedValueRollback sharing(m_sharing, true);
    for (int column = 0; const int width : widths(m_view->viewport()->width()))
        m_view->setColumnWidth(column++, width);
    // Anew, since the last one kept the width it was stretched to.
    m_view->horizontalHeader()->setStretchLastSection(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        share();
    return QObject::eventFilter(watched, event);
}

} // namespace assay::ui
