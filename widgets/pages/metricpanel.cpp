// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/metricpanel.h"

#include "widgets/charts/chartdatadialog.h"
#include "widgets/charts/curveview.h"
#include "widgets/pages/picturemenu.h"

#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

namespace assay::ui {

namespace {

/// Letters and digits of any script.
QString fileName(const QString &key)
{
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QString name = QString(key).replace(others, QStringLiteral("-"));
    return name.isEmpty() ? QStringLiteral("curves") : name;
}

} // namespace

MetricPanel::MetricPanel(QWidget *parent)
    : QFrame(parent)
    , m_view(new CurveView(this))
    , m_more(new QToolButton(this))
    , m_grow(new QToolButton(this))
{
    setProperty("role", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(m_view);
    m_more->setText(QStringLiteral("⋯"));
    m_more->setAccessibleName(tr("Chart menu"));
    m_more->setToolTip(tr("Copy or save this chart"));
    m_grow->setText(QStringLiteral("⤢"));
    for (QToolButton *button : {m_more, m_grow}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setCursor(Qt::ArrowCursor);
    }
    connect(m_more, &QToolButton::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(m_grow, &QToolButton::clicked, this, &MetricPanel::largeToggled);
    setLarge(false);
}

void MetricPanel::setChart(const QString &key, CurveChart chart)
{
    const bool other = key != m_key || !m_menu;
    m_key = key;
    m_view->setObjectName(QStringLiteral("curves:") + key);
    m_view->setChart(std::move(chart));
    if (other)
        buildMenu();
}

void MetricPanel::buildMenu()
{
    delete m_menu;
    m_menu = addPictureMenu(m_view, fileName(m_key), [this] { return m_view->table(); });
    m_menu->addAction(tr("Show data &table"), this, &MetricPanel::showTable);
    m_menu->addSeparator();
    m_menu->addAction(tr("Show &all"), m_view, &CurveView::resetView);
}

void MetricPanel::showTable()
{
    const CurveChart &chart = m_view->chart();
    const ChartSpec spec{.title = chart.title, .summary = curveSummary(chart), .table = m_view->table()};
    auto *dialog = new ChartDataDialog(spec, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MetricPanel::setLarge(bool large)
{
    m_large = large;
    m_grow->setText(large ? QStringLiteral("⤡") : QStringLiteral("⤢"));
    m_grow->setAccessibleName(large ? tr("Show all charts") : tr("Show this chart alone"));
    m_grow->setToolTip(m_grow->accessibleName());
}

void MetricPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    int right = width() - 6;
    for (QToolButton *button : {m_more, m_grow}) {
        const QSize hint = button->sizeHint();
        right -= hint.width();
        button->setGeometry(right, 6, hint.width(), hint.height());
        button->raise();
    }
}

} // namespace assay::ui
