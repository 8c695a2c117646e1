// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartview.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/operatingmodel.h"
#include "widgets/pages/costeditor.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/flowlayout.h"
#include "widgets/pages/tables.h"
#include "widgets/pages/thresholdtab.h"

#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

/// How the threshold tab is put together; what it does is in thresholdtab.cpp.
namespace assay::ui {

namespace {

constexpr int sliderSteps = 1000;
constexpr int figuresWidth = 300;

QDoubleSpinBox *floorBox(const QString &name, const char *objectName, QWidget *parent)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setRange(0, 1);
    box->setDecimals(2);
    box->setSingleStep(0.05);
    box->setValue(0.9);
    return box;
}

} // namespace

ThresholdTab::ThresholdTab(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_search(&shell.jobs())
    , m_figures(new OperatingModel(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_box(new QDoubleSpinBox(this))
    , m_precisionFloor(floorBox(tr("Least precision"), "precisionFloor", this))
    , m_recallFloor(floorBox(tr("Least recall"), "recallFloor", this))
    , m_found(new QLabel(this))
    , m_costs(new CostEditor(this))
    , m_table(new QTableView(this))
    , m_confusion(new ChartView(this))
    , m_grid(new QGridLayout)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    build();
}

void ThresholdTab::build()
{
    for (const ThresholdCurve curve : {ThresholdCurve::Roc, ThresholdCurve::Pr, ThresholdCurve::Rates,
                                       ThresholdCurve::Cost, ThresholdCurve::Ks, ThresholdCurve::NetBenefit})
        m_curves.emplace_back(curve, new ChartView(this));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(8);
    auto *body = new QHBoxLayout;
    body->setSpacing(12);
    body->addWidget(figuresColumn());
    body->addLayout(m_grid, 1);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(sliderBar());
    layout->addWidget(rulesBar());
    layout->addLayout(body, 1);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    connect(m_costs, &CostEditor::changed, this, &ThresholdTab::costsChanged);
    arrange();
}

QWidget *ThresholdTab::sliderBar()
{
    auto *bar = new QWidget(this);
    auto *label = new QLabel(tr("&Threshold"), bar);
    label->setBuddy(m_slider);
    m_slider->setObjectName(QStringLiteral("thresholdSlider"));
    m_slider->setAccessibleName(tr("Threshold"));
    m_slider->setAccessibleDescription(tr("Rows with a score from here on are selected"));
    m_slider->setRange(0, sliderSteps);
    m_slider->setPageStep(sliderSteps / 20);
    m_box->setObjectName(QStringLiteral("thresholdBox"));
    m_box->setAccessibleName(tr("Threshold"));
    m_box->setDecimals(4);
    m_box->setKeyboardTracking(false); // a threshold that is being typed is none yet
    m_box->setMinimumWidth(100);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        if (m_data)
            setThreshold(m_data->lowest + (m_data->highest - m_data->lowest) * step / sliderSteps);
    });
    connect(m_box, &QDoubleSpinBox::valueChanged, this, &ThresholdTab::setThreshold);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(label);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_box);
    return bar;
}

QWidget *ThresholdTab::rulesBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new FlowLayout(bar, 8);
    layout->addWidget(new QLabel(tr("Best by"), bar));
    const auto rule = [&](const QString &text, const char *name, const QString &toolTip, engine::ThresholdRule by,
                          const QDoubleSpinBox *floor) {
        auto *button = new QPushButton(text, bar);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(toolTip);
        connect(button, &QPushButton::clicked, this, [this, by, floor] { choose(by, floor ? floor->value() : 0); });
        layout->addWidget(button);
    };
    using enum engine::ThresholdRule;
    rule(tr("&F1"), "bestF1", tr("Highest F1"), BestF1, nullptr);
    rule(tr("&Youden"), "bestYouden", tr("Largest true minus false positive rate"), Youden, nullptr);
    rule(tr("&Cost"), "bestCost", tr("Lowest expected cost"), LowestCost, nullptr);
    rule(tr("&Precision at least"), "bestPrecision", tr("Highest recall with at least this precision"), PrecisionFloor,
         m_precisionFloor);
    layout->addWidget(m_precisionFloor);
    rule(tr("&Recall at least"), "bestRecall", tr("Highest precision with at least this recall"), RecallFloor,
         m_recallFloor);
    layout->addWidget(m_recallFloor);
    m_found->setObjectName(QStringLiteral("foundThreshold"));
    m_found->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_found);
    return bar;
}

QWidget *ThresholdTab::figuresColumn()
{
    m_confusion->setObjectName(QStringLiteral("thresholdConfusion"));
    m_confusion->setMinimumHeight(160);
    m_confusion->setMaximumHeight(260);
    m_table->setModel(m_figures);
    m_table->setObjectName(QStringLiteral("thresholdFigures"));
    m_table->setAccessibleName(tr("What the threshold gives"));
    styleTable(m_table);
    m_table->verticalHeader()->setDefaultSectionSize(22);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setFixedHeight(22 * m_figures->rowCount() + m_table->horizontalHeader()->sizeHint().height() + 4);
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_table);
    layout->addWidget(roleLabel(tr("What an outcome costs"), "heading", column));
    layout->addWidget(m_costs);
    layout->addWidget(m_confusion, 1);
    layout->addStretch(0);
    column->setFixedWidth(figuresWidth);
    return column;
}

/// As many curves as are still readable: two columns, three where there is room.
void ThresholdTab::arrange()
{
    const int columns = width() - figuresWidth >= 1050 ? 3 : 2;
    const auto shown = static_cast<std::size_t>(columns * 2);
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        ChartView *view = m_curves[i].second;
        m_grid->removeWidget(view);
        view->setVisible(i < shown);
        if (i < shown)
            m_grid->addWidget(view, static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    }
}

void ThresholdTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() - figuresWidth >= 1050;
    if (wide != m_curves.back().second->isVisibleTo(this))
        arrange();
}

} // namespace assay::ui
