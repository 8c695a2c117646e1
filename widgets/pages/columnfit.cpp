// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/columnfit.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr int air = 14;

} // namespace

ColumnFit::ColumnFit(QTableView *view)
    : QObject(view)
    , m_view(view)
{
    view->horizontalHeader()->setStretchLastSection(true);
    view->viewport()->installEventFilter(this);
    connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        // Stretching the last one comes from the header itself.
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
        m_least.push_back(header.sectionSizeHint(column));
        m_wanted.push_back(std::max(m_least.back(), cells.sizeHintForColumn(column) + air));
    }
    share();
}

int ColumnFit::widthFor(std::size_t column, int most) const
{
    return std::clamp(most, m_least[column], m_wanted[column]);
}

void ColumnFit::share()
{
    const auto count = m_wanted.size();
    if (m_byHand || count == 0 || static_cast<int>(count) != m_view->horizontalHeader()->count())
        return;
    const QScopedValueRollback sharing(m_sharing, true);
    const int room = m_view->viewport()->width();
    const auto whole = [&](int most) {
        int sum = 0;
        for (std::size_t column = 0; column < count; ++column)
            sum += widthFor(column, most);
        return sum;
    };
    // The most that a column may take, so that all fit.
    int fits = 0, tooWide = *std::ranges::max_element(m_wanted) + 1;
    while (tooWide - fits > 1) {
        const int middle = fits + (tooWide - fits) / 2;
        (whole(middle) <= room ? fits : tooWide) = middle;
    }
    for (std::size_t column = 0; column < count; ++column)
        m_view->setColumnWidth(static_cast<int>(column), widthFor(column, fits));
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
