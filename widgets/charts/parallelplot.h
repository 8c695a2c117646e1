// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>
#include <QTimer>
#include <QWidget>
#include <cmath>
#include <optional>
#include <vector>

namespace assay::ui {

/// One axis of a parallel-coordinates plot: a parameter or a metric, a value a run.
struct ParallelAxis
{
    QString name = {};
    std::vector<double> values = {}; ///< [runs], NaN where a run has none; places of `categories`
    QStringList categories = {};     ///< empty: numbers
    bool isMetric = false;
    bool largerIsBetter = true; ///< otherwise the axis stands on its head
    bool logarithmic = false;   ///< values up to 0 have no place
    QString key = {};           ///< whose axis it is, to tell it by
    std::vector<int> nans = {}; ///< runs, ascending, whose value is NaN: they have one, unlike the others with NaN
};

/// Thousands of runs as lines across axes, kept as a picture. Dragging along an axis brushes it: the runs within all
/// brushes are chosen; a click on an axis takes its brush away. Dragging its name moves an axis; a double click turns
/// it round. With the keyboard left and right choose an axis, up and down move through its runs, Space chooses, Ctrl
/// with left and right moves the axis, R turns it round, L makes it logarithmic, Esc takes all brushes away. Below its
/// lower end an axis has a place for runs without a value and one for values that are nowhere on it: these are brushed
/// too, by a click or by dragging down to them.
class ParallelPlot : public QWidget
{
    Q_OBJECT
public:
    /// A line drawn over the others.
    struct Lit
    {
        int run = 0;
        QColor color = {};
        double width = 2;
    };

    /// Places at the foot of an axis.
    enum Foot { NoValue = 1, NoNumber = 2 };

    explicit ParallelPlot(QWidget *parent = nullptr);

    /// Brushes go, except those of axes with a key that was there before: they keep the values they are about. Where
    /// anything was brushed, `brushed` tells what is now.
    void setAxes(std::vector<ParallelAxis> axes, QStringList runs);
    const std::vector<ParallelAxis> &axes() const { return m_axes; }
    /// [runs] A share of 1 that says the colour of each, NaN grey; empty: all grey.
    void setShades(std::vector<double> shades);
    /// [runs] Those not chosen fade; empty: all are.
    void setChosen(std::vector<char> chosen);
    void setLit(std::vector<Lit> lit);
    void setHovered(int run);
    int hovered() const { return m_hovered; }

    /// Share of an axis, 0 at its lower end; nothing takes the brush away.
    void brush(int axis, std::optional<std::pair<double, double>> share);
    /// Places at its foot, as bits, instead of a part of the axis; 0 takes the brush away.
    void brushFeet(int axis, int feet);
    bool isBrushed() const;
    void clearBrushes();
    /// Emits `brushed`, for who did not listen.
    void tellBrushed();
    void moveAxis(int from, int to);
    void turnAxis(int axis);
    void setLogarithmic(int axis, bool on);
    /// Where a value lies in pixels, also one at the foot.
    QPointF point(int axis, int run) const;
    QRectF plot() const;
    /// By its name or line; −1: none.
    int axisNear(const QPointF &position) const;

    QSize sizeHint() const override { return {560, 380}; }
    QSize minimumSizeHint() const override { return {300, 220}; }

signals:
    /// The runs within all brushes; none where nothing is brushed.
    void brushed(const std::vector<int> &runs);
    void runHovered(int run);
    void runClicked(int run);
    void axesChanged(); ///< order, direction or scale

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Brush = std::optional<std::pair<double, double>>;
    struct Feet
    {
        bool noValue = false;      ///< there are runs without a value
        QStringList noNumber = {}; ///< what the values are that have no place
        int brushed = 0;           ///< bits of Foot

        bool has(Foot foot) const { return foot == NoValue ? noValue : !noNumber.isEmpty(); }
    };

    int runCount() const { return static_cast<int>(m_runs.size()); }
    int axisCount() const { return static_cast<int>(m_axes.size()); }
    double axisX(int axis) const;
    void computeShares(int axis);
    /// NaN: no value; infinite: a value that has no place.
    double share(int axis, int run) const
    {
        return m_shares[static_cast<std::size_t>(axis)][static_cast<std::size_t>(run)];
    }
    /// What a share is in pixels.
    struct Rows
    {
        double bottom = 0, height = 0, noValue = 0, noNumber = 0;

        double at(double share) const
        {
            return std::isfinite(share) ? bottom - share * height : std::isnan(share) ? noValue : noNumber;
        }
    };
    Rows rows() const;
    bool hasFoot(Foot foot) const;
    double footRow(Foot foot) const;
    int feetWithin(int axis, double top, double bottom) const;
    void setBrush(int axis, const Brush &range, int feet);
    bool isBrushed(int axis) const;
    int lineNear(const QPointF &position) const;
    int runAt(const QPointF &position) const;
    double shareAt(const QPointF &position) const;
    QPolygonF line(int run) const;
    void brushDragged();
    std::pair<double, double> brushedShares(int axis) const;
    double unitAt(int axis, double share) const;
    void hover(int run);
    void stepAlongAxis(int by);
    void invalidate();

    // parallelplotpaint.cpp
    void paintBase();
    void paintChosen();
    void paintLines(QImage &image, bool chosenOnly);
    void paintManyLines(QImage &image, const std::vector<int> &order, double alpha) const;
    void sortRuns();
    void paintAxis(QPainter &painter, int axis) const;
    void paintCategories(QPainter &painter, int axis, double room) const;
    void paintFeet(QPainter &painter, int axis, double room) const;
    void paintPlate(QPainter &painter, int axis, double row, const QString &text, double room) const;
    void paintBrush(QPainter &painter, int axis) const;
    QColor lineColor(int run) const;

    std::vector<ParallelAxis> m_axes;
    std::vector<std::pair<double, double>> m_ranges; ///< of each axis, in its units
    std::vector<std::vector<double>> m_shares;       ///< [axes][runs]
    std::vector<Brush> m_brushes;                    ///< in units of the axis
    std::vector<Feet> m_feet;                        ///< of each axis
    QTimer m_dragging;                               ///< until the next picture of what is being brushed
    QStringList m_runs;
    std::vector<double> m_shades;
    std::vector<char> m_chosen;
    std::vector<Lit> m_lit;
    std::vector<int> m_order;       ///< of all runs, the best on top; empty: to be sorted
    QImage m_base, m_washed, m_top; ///< all runs; the same fainter; with the chosen ones over it
    bool m_stale = true, m_topStale = true;
    int m_pressedAxis = -1, m_movedAxis = -1, m_keyAxis = 0, m_hovered = -1;
    QPointF m_pressed, m_moved;
};

} // namespace assay::ui
